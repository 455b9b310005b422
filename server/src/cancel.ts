/** How a connection treats requests that are cancelled while they still wait for their turn. */
import { LSPErrorCodes, type ConnectionStrategy } from 'vscode-languageserver';

/**
 * Answers a waiting request that the client no longer wants at once, without doing the work first. The handlers run to their
 * end once they have begun, so a request is cancelled here or not at all.
 */
export const cancelWaiting: ConnectionStrategy = {
  cancelUndispatched: () => ({
    jsonrpc: '2.0',
    id: null, // the connection fills it in
    error: { code: LSPErrorCodes.RequestCancelled, message: 'Request cancelled' },
  }),
};
