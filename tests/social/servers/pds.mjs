// The Bluesky PDS with the directory of identities (PLC) that it needs, in one process on loopback.
// package.json gives it a newer better-sqlite3 than it asks for: that one would have to be compiled,
// and then brings Node 24.19 down at random (nodejs/node#65446).
// Arguments: a folder for its data, and the two ports. Says "ready" on standard output.
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { PDS, envToCfg, envToSecrets } = require("@atproto/pds");
const { Database, PlcServer } = require("@did-plc/server");

const [folder, port, directoryPort] = process.argv.slice(2);
mkdirSync(`${folder}/blobs`, { recursive: true });
process.env.LOG_ENABLED = "false";

const directory = PlcServer.create({ db: Database.mock(), port: Number(directoryPort) });
await directory.start();

const environment = {
  port: Number(port),
  hostname: "localhost",
  devMode: true,
  dataDirectory: folder,
  blobstoreDiskLocation: `${folder}/blobs`,
  didPlcUrl: `http://127.0.0.1:${directoryPort}`,
  inviteRequired: false,
  rateLimitsEnabled: false,
  disableSsrfProtection: true,
  adminPassword: "not-a-secret",
  jwtSecret: "not-a-secret-not-a-secret-not-a-",
  plcRotationKeyK256PrivateKeyHex: "1".repeat(64),
};
const server = await PDS.create(envToCfg(environment), envToSecrets(environment));
await server.start();
console.log("ready");
