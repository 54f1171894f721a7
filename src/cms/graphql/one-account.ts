import { GraphQLError, type ValidationRule } from 'graphql'

const accountFields = /^(login|forgotPassword|resetPassword|unlock|verifyEmail)[A-Z_]/

/** Allows one try at an account a request: aliases would try thirty passwords in what counts as one. */
export const oneAccountRule: ValidationRule = (context) => {
  let tries = 0
  return {
    Field({ name }) {
      const isMutation = context.getParentType() === context.getSchema().getMutationType()
      if (!isMutation || !accountFields.test(name.value)) return
      tries += 1
      if (tries !== 2) return
      const message = `${name.value}: accepted once in a request.`
      context.reportError(new GraphQLError(message, { extensions: { code: 'QUERY_TOO_LARGE' } }))
    },
  }
}
