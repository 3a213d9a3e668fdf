/** Writes `plan.gold.json` beside every annotated plan of test/corpus, from its `gold.txt`. */
import { writeFileSync } from 'node:fs'
import { corpusFolder, corpusNames, goldForFile, readGold } from '#test/gold/corpus.ts'

for (const name of corpusNames()) {
  const gold = readGold(name)
  writeFileSync(`${corpusFolder}/${name}/plan.gold.json`, `${JSON.stringify(goldForFile(gold), null, 1)}\n`)
  console.log(`${name}: ${gold.commitments.length} commitments, ${gold.clauses.length} clauses, ${gold.traps.length} traps`)
}
