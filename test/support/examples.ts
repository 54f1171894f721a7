import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { transform } from 'esbuild'
import ts from 'typescript'
import { projectRoot } from '../../src/install.mjs'
import type { Client } from './service.ts'

/** Runs the examples of one chapter, in a folder of their own in which the packages are found. */
export type Runner = {
  /** @returns what the example prints. Throws an Error when it fails. */
  run(language: string, code: string): Promise<string>
  remove(): Promise<void>
}

/**
 * How each language of examples is run; another language cannot be.
 *
 * @param env what examples find in their environment
 */
export async function createRunner(
  reader: Client,
  env: Record<string, string> = {},
): Promise<Runner> {
  const cache = join(projectRoot, '.cache')
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'guide-'))
  let count = 0

  const node = async (code: string): Promise<string> => {
    const file = join(folder, `example-${++count}.mjs`)
    await writeFile(file, code)
    return printed(process.execPath, [file], folder, env)
  }
  const languages: Record<string, (code: string) => Promise<string>> = {
    sh: (code) =>
      // Only what goes wrong is told beside the answer.
      printed(
        'bash',
        ['-euo', 'pipefail', '-c', `curl() { command curl -sS "$@"; }\n${code}`],
        folder,
        env,
      ),
    js: node,
    async ts(code) {
      const file = join(folder, `example-${++count}.ts`)
      await writeFile(file, code)
      const mistakes = typeMistakes(file)
      if (mistakes) throw new Error(mistakes)
      return node((await transform(code, { loader: 'ts', format: 'esm' })).code)
    },
    async graphql(code) {
      const { body, text } = await reader.graphql(code)
      if (body.errors) throw new Error(text)
      return text
    },
  }
  return {
    run(language, code) {
      const runs = languages[language]
      if (!runs) throw new Error(`No example in ${language} can be run.`)
      return runs(code)
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** What the TypeScript compiler says of a partner's file, by its strict rules; nothing when it compiles. */
function typeMistakes(file: string): string | undefined {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipDefaultLibCheck: true,
    noUncheckedIndexedAccess: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
  }
  const program = ts.createProgram([file], options, keepingFiles(options))
  const diagnostics = ts.getPreEmitDiagnostics(program)
  if (diagnostics.length === 0) return undefined
  return ts.formatDiagnostics(diagnostics, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => projectRoot,
    getNewLine: () => '\n',
  })
}

const libraries = new Map<string, ts.SourceFile | undefined>()

/** Reads what lies in packages once for all examples. */
function keepingFiles(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options)
  const read = host.getSourceFile
  host.getSourceFile = (name, ...rest) => {
    if (!name.includes('/node_modules/')) return read(name, ...rest)
    const file = libraries.get(name) ?? read(name, ...rest)
    libraries.set(name, file)
    return file
  }
  return host
}

function printed(
  command: string,
  args: string[],
  cwd: string,
  own: Record<string, string>,
): Promise<string> {
  const env = { ...process.env, ...own }
  return new Promise((resolve, reject) => {
    execFile(command, args, { cwd, env, timeout: 60_000 }, (error, out, err) => {
      if (error) reject(new Error(`${error.message}\n${out}${err}`))
      else resolve(out)
    })
  })
}

/**
 * Whether what was printed is what the guide shows, where `…` stands for anything. Of JSON the white space
 * does not count.
 */
export function isAsShown(printed: string, shown: string, language: string): boolean {
  const even = (text: string) =>
    language === 'json' ? text.replaceAll(/\s+/g, '') : text.trimEnd()
  const parts = even(shown)
    .split('…')
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[^]*')}$`).test(even(printed))
}
