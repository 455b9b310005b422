/** A mail folder over the protocol: what one file says of another, whether it is open or not. */
import assert from 'node:assert/strict';
import type {
  CallHierarchyItem,
  CallHierarchyIncomingCall,
  CallHierarchyOutgoingCall,
  CodeAction,
  CodeLens,
  Location,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { connect, modern, eventually, type TestClient } from '../support/client';

const root = 'file:///etc/mail';
const uri = (name: string): string => `${root}/${name}`;

const disk: Readonly<Record<string, string>> = {
  'sendmail.mc': `OSTYPE(\`linux')dnl
FEATURE(\`use_cw_file')dnl
FEATURE(\`access_db')dnl
FEATURE(\`virtusertable')dnl
MAILER(\`local')dnl
MAILER(\`smtp')dnl
`,
  access: 'GreetPause:10.1\t0\nConnect:10.1\tRELAY\n',
  aliases: 'postmaster: root\nroot: alice\noffice: alice, bob@example.com\nsales: office\n',
  virtusertable: 'info@example.com\toffice\ninfo@example.net\toffice\n',
  'local-host-names': 'example.com\n',
};

/** A disk whose files a test may change. */
function host(files: Record<string, string>) {
  return {
    list: (folder: string) => (folder === root ? Promise.resolve(Object.keys(files)) : Promise.reject(new Error('no folder'))),
    read: (file: string) => {
      const text = files[file.slice(root.length + 1)];
      return text === undefined ? Promise.reject(new Error('no file')) : Promise.resolve(text);
    },
  };
}

describe('server: a mail folder', () => {
  let client: TestClient | undefined;
  afterEach(() => client?.stop());

  const rules = async (name: string): Promise<unknown[]> => (await client!.problems(uri(name))).map((p) => p.code);
  const places = (found: readonly Location[]): string[] =>
    found.map((l) => `${l.uri.slice(root.length + 1)}:${l.range.start.line + 1}:${l.range.start.character + 1}`).sort();

  it('knows the files beside the one that is open', async () => {
    client = await connect({ host: host({ ...disk }) });
    client.open(uri('access'), 'sendmail-access', disk.access!);
    const problems = await client.problems(uri('access'));
    assert.deepEqual(
      problems.map((p) => [p.code, p.range.start.line, p.severity]),
      [['folder/tag-needs-feature', 0, 2]],
    );
  });

  it('tells above each file how a change is made live, with the paths of sendmail.mc', async () => {
    const mc = disk['sendmail.mc']!.replace("FEATURE(`access_db')", "FEATURE(`access_db', `btree -T<TMPF> -o /etc/mail/acc.db')");
    client = await connect({ host: host({ ...disk, 'sendmail.mc': mc }) });
    const titles = async (name: string, language: string): Promise<unknown[]> => {
      client!.open(uri(name), language, disk[name]!);
      return (await client!.request<CodeLens[]>('codeLens', uri(name))).map((l) => l.command?.title);
    };
    assert.deepEqual(await titles('access', 'sendmail-access'), ['After a change: makemap btree /etc/mail/acc < /etc/mail/acc']);
    assert.deepEqual(await titles('aliases', 'mail-aliases'), ['After a change: newaliases']);
    assert.deepEqual(await titles('local-host-names', 'sendmail-domains'), [
      'After a change: restart sendmail, or send it a HUP',
    ]);
    assert.deepEqual(await titles('sendmail.mc', 'sendmail-mc'), [
      'After a change: m4 cf.m4 sendmail.mc > sendmail.cf, then restart sendmail',
    ]);
    client.configure({ makeLive: false });
    assert.deepEqual(await titles('virtusertable', 'sendmail-virtusertable'), []);
  });

  it('does not have a long file wait for the files beside it', async () => {
    let listed = (): void => {};
    const held = new Promise<void>((resolve) => (listed = resolve));
    const slow = { ...host({ ...disk }), list: (folder: string) => held.then(() => host({ ...disk }).list(folder)) };
    client = await connect({ host: slow });
    let refreshed = 0;
    client.connection.onRequest('workspace/diagnostic/refresh', () => {
      refreshed++;
      return null;
    });
    const many = Array.from({ length: 6000 }, (_, i) => `Connect:10.${i >> 8}.${i & 255}\tREJECT\n`).join('');
    client.open(uri('access'), 'sendmail-access', `${disk.access}Conect:10.9\tREJECT\n${many}`);
    assert.deepEqual(await rules('access'), ['access/unknown-tag']);
    assert.equal(refreshed, 0);
    listed();
    await eventually(() => refreshed > 0);
    assert.deepEqual(await rules('access'), ['folder/tag-needs-feature', 'access/unknown-tag']);
    assert.equal(refreshed, 1);
  });

  it('sees a change in one file in the problems of the other', async () => {
    client = await connect({ host: host({ ...disk }) });
    client.open(uri('access'), 'sendmail-access', disk.access!);
    client.open(uri('sendmail.mc'), 'sendmail-mc', disk['sendmail.mc']!);
    assert.deepEqual(await rules('access'), ['folder/tag-needs-feature']);
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } };
    client.change(uri('sendmail.mc'), { range, text: "FEATURE(`greet_pause', `5000')dnl\n" });
    assert.deepEqual(await rules('access'), []);
  });

  it('has the client ask again for what is open where a file in no tab has changed', async () => {
    client = await connect({ host: host({ ...disk }) });
    let refreshed = 0;
    client.connection.onRequest('workspace/diagnostic/refresh', () => {
      refreshed++;
      return null;
    });
    client.open(uri('access'), 'sendmail-access', disk.access!);
    assert.deepEqual(await rules('access'), ['folder/tag-needs-feature']);
    client.open(uri('sendmail.mc'), 'sendmail-mc', disk['sendmail.mc']!);
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } };
    client.change(uri('sendmail.mc'), { range, text: "FEATURE(`greet_pause', `5000')dnl\n" });
    await eventually(() => refreshed > 0);
    assert.deepEqual(await rules('access'), []);
  });

  it('pushes the problems of the other file to clients that cannot ask', async () => {
    const capabilities = { ...modern, textDocument: { ...modern.textDocument } };
    delete capabilities.textDocument.diagnostic;
    client = await connect({ host: host({ ...disk }), capabilities });
    const last = (name: string) =>
      client!.pushed
        .filter((p) => p.uri === uri(name))
        .at(-1)
        ?.diagnostics.map((d) => d.code);
    client.open(uri('access'), 'sendmail-access', disk.access!);
    client.open(uri('sendmail.mc'), 'sendmail-mc', disk['sendmail.mc']!);
    await eventually(() => last('access')?.includes('folder/tag-needs-feature'));
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } };
    client.change(uri('sendmail.mc'), { range, text: "FEATURE(`greet_pause', `5000')dnl\n" });
    await eventually(() => last('access')?.length === 0);
  });

  it('reads the disk again when it changed', async () => {
    const files = { ...disk };
    client = await connect({ host: host(files) });
    client.open(uri('virtusertable'), 'sendmail-virtusertable', disk.virtusertable!);
    assert.deepEqual(await rules('virtusertable'), ['folder/domain-not-local']);
    files['local-host-names'] = 'example.com\nexample.net\n';
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    assert.deepEqual(await rules('virtusertable'), []);
  });

  it('mends another file', async () => {
    client = await connect({ host: host({ ...disk }) });
    client.open(uri('virtusertable'), 'sendmail-virtusertable', disk.virtusertable!);
    const [problem] = await client.problems(uri('virtusertable'));
    const actions = await client.request<CodeAction[]>('codeAction', uri('virtusertable'), undefined, {
      range: problem!.range,
      context: { diagnostics: [problem] },
    });
    const fix = actions.find((a) => a.title === 'Add example.net to local-host-names');
    assert.deepEqual(fix?.edit?.changes, {
      [uri('local-host-names')]: [
        { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, newText: 'example.net\n' },
      ],
    });
  });

  it('goes from a recipient of virtusertable to the alias, and finds all places of it', async () => {
    client = await connect({ host: host({ ...disk }) });
    client.open(uri('virtusertable'), 'sendmail-virtusertable', disk.virtusertable!);
    const at = { line: 0, character: 18 };
    assert.deepEqual(places(await client.request('definition', uri('virtusertable'), at)), ['aliases:3:1']);
    const all = await client.request<Location[]>('references', uri('virtusertable'), at, {
      context: { includeDeclaration: true },
    });
    assert.deepEqual(places(all), ['aliases:3:1', 'aliases:4:8', 'virtusertable:1:18', 'virtusertable:2:18']);
  });

  it('renames an alias in all files, and refuses a name that cannot stand there', async () => {
    client = await connect({ host: host({ ...disk }) });
    client.open(uri('aliases'), 'mail-aliases', disk.aliases!);
    const at = { line: 2, character: 2 };
    const ready = await client.request<{ placeholder: string }>('prepareRename', uri('aliases'), at);
    assert.equal(ready.placeholder, 'office');
    const edit = await client.request<WorkspaceEdit>('rename', uri('aliases'), at, { newName: 'bureau' });
    const count = Object.fromEntries(
      Object.entries(edit.changes!).map(([file, edits]) => [file.slice(root.length + 1), edits.length]),
    );
    assert.deepEqual(count, { aliases: 2, virtusertable: 2 });
    await assert.rejects(client.request('rename', uri('aliases'), at, { newName: 'a b' }), /letters, digits/);
  });

  it('renames a domain in all files', async () => {
    client = await connect({ host: host({ ...disk }) });
    client.open(uri('local-host-names'), 'sendmail-domains', disk['local-host-names']!);
    const edit = await client.request<WorkspaceEdit>(
      'rename',
      uri('local-host-names'),
      { line: 0, character: 3 },
      {
        newName: 'example.org',
      },
    );
    const count = Object.fromEntries(
      Object.entries(edit.changes!).map(([file, edits]) => [file.slice(root.length + 1), edits.length]),
    );
    assert.deepEqual(count, { aliases: 1, virtusertable: 1, 'local-host-names': 1 });
  });

  it('says who delivers to whom', async () => {
    client = await connect({ host: host({ ...disk }) });
    client.open(uri('virtusertable'), 'sendmail-virtusertable', disk.virtusertable!);
    const [item] = await client.request<CallHierarchyItem[]>('prepareCallHierarchy', uri('virtusertable'), {
      line: 0,
      character: 20,
    });
    assert.equal(item?.name, 'office');
    const out = await client.connection.sendRequest<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item });
    assert.deepEqual(
      out.map((c) => c.to.name),
      ['alice', 'bob@example.com'],
    );
    const incoming = await client.connection.sendRequest<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    assert.deepEqual(
      incoming.map((c) => c.from.name),
      ['sales', 'info@example.com', 'info@example.net'],
    );
  });

  it('finds names in the whole workspace', async () => {
    client = await connect({ host: host({ ...disk }) });
    client.open(uri('access'), 'sendmail-access', disk.access!);
    const found = await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'offi' });
    assert.deepEqual(
      found.map((s) => [s.name, s.containerName]),
      [['office', 'aliases']],
    );
  });
});
