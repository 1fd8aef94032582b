// Reads a JSON object a line from standard input: {token, url, fields, signature}. Writes for each whether Twilio's library
// takes the signature, and whether it still does after one sign of it was changed.
import readline from 'node:readline';
import twilio from 'twilio';

for await (const line of readline.createInterface({ input: process.stdin })) {
  const { token, url, fields, signature } = JSON.parse(line);
  const at = signature.length % 20;
  const wrong = signature.slice(0, at) + (signature[at] === 'A' ? 'B' : 'A') + signature.slice(at + 1);
  console.log(twilio.validateRequest(token, signature, url, fields), twilio.validateRequest(token, wrong, url, fields));
}
