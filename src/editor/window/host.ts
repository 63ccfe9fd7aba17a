/** Whether Node.js is there. It is not where VS Code is a page in the browser alone, whose extensions run in a web worker. */
export const hasNode = typeof process === 'object' && typeof process.versions.node === 'string';
