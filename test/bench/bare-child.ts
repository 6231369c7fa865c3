import { Bot } from 'grammy'
import { reportToParent } from '../support/child-report.ts'

export interface BareChildOptions {
  token: string
  apiRoot: string
}

// The bot everything is measured against: grammY with its defaults, no state, one answer to each text.
const { token, apiRoot } = JSON.parse(process.argv[2] ?? '{}') as BareChildOptions
const bot = new Bot(token, { client: { apiRoot } })
bot.on('message:text', (context) => context.reply('Thank you. What is your position in the firm?'))
void bot.start({ onStart: reportToParent })
