/** The language server in a browser's worker: speaks by messages and has the client read files. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { cancelWaiting } from './cancel';
import { askClient } from './host';
import { startServer } from './server';

// The type asked for is a page's end of the channel; the worker's own end has the same two members.
const scope = self as unknown as Worker;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope), {
  connectionStrategy: cancelWaiting,
});
startServer(connection, askClient(connection));
