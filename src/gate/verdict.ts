/** What the gate has to know of somebody who has shown a key that is good. */
export type Client = {
  /** Whose key it is; all keys of one partner are counted together. */
  partner: string
  /** 0 is no limit. */
  requestsPerMinute: number
  /** From whose pages the key may be used in a browser. */
  origins: readonly string[]
}

/** Why a request is not let through, as it is told to the client. */
export type Refusal = {
  status: 401 | 403 | 429 | 503
  /** For programs. */
  code: string
  message: string
  /** Seconds after which it is worth to ask again. */
  retryAfter?: number
}

export type Verdict<C extends Client = Client> = { client: C } | { refusal: Refusal }

/** Knows which keys are good. */
export type Judge<C extends Client = Client> = {
  /** What is known of a key without asking the database. */
  known(key: string): Verdict<C> | undefined
  /** It never rejects: what cannot be asked is a refusal with 503. */
  ask(key: string): Promise<Verdict<C>>
}
