// The benchmark: `npm run bench [-- SECTION] [--json FILE]`. What it measures is in docs/benchmark.md.
import { bench } from '../../test/bench/bench.ts'

await bench(process.argv.slice(2).filter((word) => word !== 'bench'))
