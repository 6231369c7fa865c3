import { readFlags } from './command-line/read-options.ts'
import { readEnvFile } from '../platform/config/env-file.ts'
import { readConfig, type Config } from '../platform/config.ts'
import { examineBackups, examineDisk, examineLocales, examineNode } from './doctor/computer.ts'
import { examineDatabase } from './doctor/database.ts'
import { broken, good, tellFindings, type Finding } from './doctor/finding.ts'
import { examineTelegram } from './doctor/telegram.ts'

const { json: asJson } = readFlags(process.argv.slice(3), ['json'], 'npm run doctor [-- --json]')
readEnvFile()
const reading = readConfig(process.env)
const findings: Finding[] = [examineNode()]
if (reading.kind === 'config') findings.push(...(await examineAll(reading.config)))
else
  findings.push(
    ...reading.mistakes.map(({ variable, mend }) =>
      broken('configuration', `${variable} is not right.`, `${variable}: ${mend}.`),
    ),
    examineLocales(),
  )

const isBroken = findings.some(({ state }) => state === 'broken')
console.log(
  asJson
    ? JSON.stringify({ ok: !isBroken, findings }, null, 2)
    : `${tellFindings(findings)}\n\n${isBroken ? 'Heyet cannot work like this.' : 'Heyet can work.'}`,
)
process.exitCode = isBroken ? 1 : 0

async function examineAll(config: Config): Promise<Finding[]> {
  const [telegram, database] = await Promise.all([examineTelegram(config), examineDatabase(config)])
  return [
    good('configuration', 'Every variable can be read.'),
    ...telegram,
    ...database,
    examineLocales(),
    examineDisk(config.dataDir),
    ...examineBackups(config.dataDir, Temporal.Now.instant()),
  ]
}
