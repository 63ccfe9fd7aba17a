// Stands beside the extension in the window of `npm start` and does its first click, so that there is something to see,
// beside the first steps that lead on from there.
const { commands } = require('vscode');

exports.activate = async () => {
  await commands.executeCommand('faceauth.openDemo');
  await commands.executeCommand('workbench.action.openWalkthrough', 'faceauth.faceauth-inspector#firstSteps');
};
