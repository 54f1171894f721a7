export { inTransaction } from '../cms/in-transaction.ts'
