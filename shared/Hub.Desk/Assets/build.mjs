// Builds the desk's style sheet and script from npm's packages into one folder, each also compressed.
// Usage: node build.mjs OUT
import { mkdir, readFile, rm, writeFile, copyFile, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import * as sass from 'sass'
import * as esbuild from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const modules = join(here, '..', 'node_modules')
const out = process.argv[2]
const images = join(modules, '@ministryofjustice', 'frontend', 'moj', 'assets', 'images')

await rm(out, { recursive: true, force: true })
await mkdir(out, { recursive: true })

// Silent: what the packages warn about is theirs. Errors are thrown.
const styles = sass.compile(join(here, 'desk.scss'), { loadPaths: [join(modules, '..'), modules], style: 'compressed', logger: sass.Logger.silent }).css
await writeFile(join(out, 'desk.css'), styles)

await esbuild.build({
  entryPoints: [join(here, 'scripts', 'desk.mjs')],
  outfile: join(out, 'desk.js'),
  bundle: true, minify: true, format: 'esm', target: 'es2020', legalComments: 'none', nodePaths: [modules], logLevel: 'warning'
})

for (const image of new Set([...styles.matchAll(/url\((icon-[\w-]+\.svg)\)/g)].map(found => found[1]))) {
  await copyFile(join(images, image), join(out, image))
}

await copyFile(join(here, 'favicon.svg'), join(out, 'favicon.svg'))

for (const name of await readdir(out)) {
  const content = await readFile(join(out, name))
  await writeFile(join(out, `${name}.gz`), gzipSync(content, { level: 9 }))
  await writeFile(join(out, `${name}.br`), brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }))
}
