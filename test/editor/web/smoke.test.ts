import * as vscode from 'vscode';

describe('the web extension', () => {
  it('is known to VS Code', () => {
    if (!vscode.extensions.getExtension('postmaster.postmaster')) throw new Error('not known');
  });
});
