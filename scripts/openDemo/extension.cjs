// Stands beside the extension in the window of `npm start` and does its first click, so that there is something to see.
const { commands } = require('vscode');

exports.activate = () => commands.executeCommand('faceauth.openDemo');
