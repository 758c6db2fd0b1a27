// Writes wwwroot/manager/{manager,editor}.js. Each begins with the hash of all its sources, so that a test without Node
// knows whether somebody changed a source and forgot to build.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const target = process.argv[2] ?? fileURLToPath(new URL("../../wwwroot/manager/", import.meta.url));

const sources = readdirSync(here, { recursive: true })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => !name.startsWith("node_modules/") && /\.(js|mjs|json)$/.test(name))
  .sort();
const hash = createHash("sha256");
for (const name of sources) {
  hash.update(`${name}\n`).update(readFileSync(here + name));
}

const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: ["manager.js", "editor.js"],
  outdir: target,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  banner: { js: `// Built from src/PhongTho.Portal/Manager/Scripts, sources ${hash.digest("hex")}` },
});

// Their licences ask for nothing but to be named.
const packages = [...new Set(Object.keys(metafile.inputs).map((name) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1]).filter(Boolean))].sort();
const notices = packages.map((name) => {
  const folder = `${here}node_modules/${name}/`;
  const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  return `${name} ${JSON.parse(readFileSync(`${folder}package.json`, "utf8")).version}\n\n${licence ? readFileSync(folder + licence, "utf8").trim() : "MIT"}\n`;
});
writeFileSync(`${target}/editor.licences.txt`, notices.join("\n----\n\n"));
