// Compiled as the server is: loaded otherwise, Lexical now and then ends a program without a word.
import { runCompiled } from '../../src/compile.mjs'

await runCompiled('test/bench/content.ts')
