import { writeFileSync } from 'node:fs'
import { envExample } from '../platform/config/env-example.ts'

writeFileSync('.env.example', envExample())
console.log('.env.example is as the code says.')
