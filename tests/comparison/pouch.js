// PouchDB as a counter, express-pouchdb as headquarters: see docs/comparison.md for the commands.
'use strict';
const fs = require('fs');
const path = require('path');
const express = require('express');
const PouchDB = require('pouchdb');

const records = Number(process.argv[2] || 10000);
const root = process.argv[3] || fs.mkdtempSync('/tmp/pouch-');
const record = (n) => ({
  _id: `entry-${String(n).padStart(8, '0')}`,
  receipt: `100950-1-${String(n).padStart(7, '0')}`,
  sender: 'Nguyễn Thị Ánh Tuyết, 12 Hàng Bông, Hà Nội',
  receiver: 'Đặng Văn Quyết, 5 Lê Lợi, Huế',
  service: 'registered',
  weight_g: 85,
  lines: [{ rule: 'r1', amount_vnd: 13200 }, { rule: 'vat', amount_vnd: 1056 }],
  total_vnd: 14256,
});

// A server whose folder can be put back from a copy and whose answers can be lost.
class Server {
  constructor(folder) { this.folder = folder; this.bytes = 0; this.lose = 0; }
  async start() {
    fs.mkdirSync(this.folder, { recursive: true });
    this.Db = PouchDB.defaults({ prefix: this.folder + path.sep });
    const app = express();
    app.use((request, response, next) => {
      if (this.lose > 0 && request.method === 'POST' && request.url.includes('_bulk_docs')) {
        this.lose -= 1;
        response.end = () => request.socket.destroy(); // the work is done, the answer never comes
      }
      next();
    });
    app.use('/', require('express-pouchdb')(this.Db, { configPath: this.folder + '/config.json',
      logPath: this.folder + '/log.txt' }));
    await new Promise((done) => { this.http = app.listen(0, '127.0.0.1', done); });
    this.http.on('connection', (socket) => {
      socket.on('close', () => { this.bytes += socket.bytesRead; });
    });
    this.url = `http://127.0.0.1:${this.http.address().port}/hq`;
  }
  async stop() {
    this.http.closeAllConnections();
    await new Promise((done) => this.http.close(done));
    await new this.Db('hq').close();
  }
}

const count = async (db) => (await db.info()).doc_count;
const replicated = (from, to) => from.replicate.to(to, { batch_size: 500, retry: false });

async function filled(name, first, last) {
  const db = new PouchDB(path.join(root, name));
  for (let n = first; n <= last; n += 1000) {
    const docs = [];
    for (let m = n; m < n + 1000 && m <= last; m += 1) docs.push(record(m));
    await db.bulkDocs(docs);
  }
  return db;
}

async function speed() {
  const server = new Server(path.join(root, 'speed-hq'));
  await server.start();
  const db = await filled('speed', 1, records);
  const begun = process.hrtime.bigint();
  await replicated(db, server.url);
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  const arrived = await count(new PouchDB(server.url));
  await server.stop();
  return { records_s: Math.round(records / seconds), arrived, bytes_record: Math.round(server.bytes / records) };
}

async function lostReply() {
  const server = new Server(path.join(root, 'lost-hq'));
  await server.start();
  const db = await filled('lost', 1, 1000);
  server.lose = 1;
  let failures = 0;
  for (let tries = 0; tries < 5; tries += 1) {
    try { await replicated(db, server.url); break; } catch (error) { failures += 1; }
  }
  const arrived = await count(new PouchDB(server.url));
  await server.stop();
  return { failures, arrived, of: 1000 };
}

async function poison() {
  const server = new Server(path.join(root, 'poison-hq'));
  await server.start();
  const hq = new PouchDB(server.url);
  await hq.put({ _id: '_design/rules',
    validate_doc_update: 'function (doc) { if (doc.poison) { throw { forbidden: "no" }; } }' });
  const db = await filled('poison', 1, 1000);
  await db.put({ ...(await db.get(record(500)._id)), poison: true });
  const first = await replicated(db, server.url);
  const second = await replicated(db, server.url);
  const arrived = (await count(hq)) - 1;
  await server.stop();
  return { arrived, of: 1000, refused_first: first.doc_write_failures, ok_first: first.ok,
    tried_again: second.docs_read };
}

async function restored() {
  const folder = path.join(root, 'restored-hq');
  const server = new Server(folder);
  await server.start();
  const db = await filled('restored', 1, 500);
  await replicated(db, server.url);
  await server.stop();
  fs.cpSync(folder, folder + '.copy', { recursive: true });
  const port = new Server(folder);
  await port.start();
  for (let n = 501; n <= 1000; n += 1) await db.put(record(n));
  await replicated(db, port.url);
  const before = await count(new PouchDB(port.url));
  await port.stop();
  fs.rmSync(folder, { recursive: true });
  fs.renameSync(folder + '.copy', folder);
  const again = new Server(folder);
  await again.start();
  const after = await count(new PouchDB(again.url));
  await replicated(db, again.url);
  const healed = await count(new PouchDB(again.url));
  await again.stop();
  return { before, after_restore: after, after_sync: healed };
}

async function wrongClock() {
  const server = new Server(path.join(root, 'clock-hq'));
  await server.start();
  const right = Date.now;
  Date.now = () => right() - 5 * 365 * 86400 * 1000;
  const db = await filled('clock', 1, 100);
  await replicated(db, server.url);
  Date.now = right;
  const arrived = await count(new PouchDB(server.url));
  await server.stop();
  return { arrived, of: 100 };
}

async function sameEdit() {
  const server = new Server(path.join(root, 'edit-hq'));
  await server.start();
  const one = await filled('one', 1, 1);
  await replicated(one, server.url);
  const other = new PouchDB(path.join(root, 'other'));
  await other.replicate.from(server.url);
  for (const [db, service] of [[one, 'express'], [other, 'parcel']]) {
    await db.put({ ...(await db.get(record(1)._id)), service });
  }
  await replicated(one, server.url);
  await replicated(other, server.url);
  const found = await new PouchDB(server.url).get(record(1)._id, { conflicts: true });
  await server.stop();
  return { stands: found.service, loser_kept: (found._conflicts || []).length };
}

(async () => {
  const found = {};
  for (const work of [speed, lostReply, poison, restored, wrongClock, sameEdit]) {
    try { found[work.name] = await work(); } catch (error) { found[work.name] = { error: String(error) }; }
  }
  console.log(JSON.stringify(found, null, 1));
  process.exit(0);
})();
