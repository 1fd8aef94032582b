// A Bot API server by somebody else (telegram-test-api), with a person at it who is led by lines of JSON.
//
// It prints its address, then takes one line for each thing that a person does, {"who": 1, "text": "…"} or
// {"who": 1, "press": "data of a button"}, and prints the messages that come back, {"messages": [{"text", "buttons"}]}.
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

const require = createRequire(import.meta.url);
const inside = createRequire(require.resolve('telegram-test-api'));

// It reads forms only as JSON or urlencoded, but bots may send multipart too, as the Bot API allows; and calls without
// parameters have no boundary to be read.
const express = inside('express');
const multipart = require('multer')().none();
const { urlencoded } = express;
express.urlencoded = (options) => {
  const usual = urlencoded(options);
  return (req, res, next) => multipart(req, res, () => usual(req, res, next));
};
const TelegramServer = require('telegram-test-api');

const free = () => new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});

const token = process.argv[2];
const server = new TelegramServer({ port: await free(), host: '127.0.0.1' });
await server.start();
const print = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);
print({ url: server.config.apiURL });

const people = new Map();
const person = (id) => {
  if (!people.has(id)) people.set(id, server.getClient(token, { userId: id, chatId: id, timeout: 20000, interval: 20 }));
  return people.get(id);
};

for await (const line of createInterface({ input: process.stdin })) {
  const did = JSON.parse(line);
  const client = person(did.who);
  if (did.press !== undefined) await client.sendCallback(client.makeCallbackQuery(did.press));
  else if (did.text.startsWith('/')) await client.sendCommand(client.makeCommand(did.text));
  else await client.sendMessage(client.makeMessage(did.text));
  const { result } = await client.getUpdates();
  print({
    messages: result.map(({ message: m }) => ({
      text: m.text,
      buttons: (m.reply_markup?.inline_keyboard ?? []).map((row) => row.map((b) => ({ label: b.text, data: b.callback_data }))),
    })),
  });
}
await server.stop();
