declare module 's3rver' {
  type Options = {
    address: string
    configureBuckets: { name: string; configs: string[] }[]
    directory: string
    port: number
    silent: boolean
  }
  export default class S3rver {
    constructor(options: Options)
    run(): Promise<{ port: number }>
    close(): Promise<void>
  }
}
