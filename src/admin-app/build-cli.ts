import { build, isBuilt } from './build.ts'

if (isBuilt()) {
  console.log('The admin is built already.')
} else {
  await build((line) => console.log(line)).done
}
