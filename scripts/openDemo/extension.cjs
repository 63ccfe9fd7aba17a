// Runs beside the extension in the window of `npm start`. Opens the demo data, so that there is something to see, and
// the walkthrough with the first steps.
const { commands } = require('vscode');

exports.activate = async () => {
  await commands.executeCommand('faceauth.openDemo');
  await commands.executeCommand('workbench.action.openWalkthrough', 'faceauth.faceauth-inspector#firstSteps');
};
