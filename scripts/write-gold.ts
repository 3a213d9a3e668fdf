/** Writes `plan.gold.json` beside every annotated plan of test/corpus, from its `gold.txt`. */
import { readdirSync, writeFileSync } from 'node:fs'
import { corpusFolder, readGold } from '#test/gold/corpus.ts'

for (const name of readdirSync(corpusFolder).toSorted()) {
  const gold = readGold(name)
  if (gold === null) continue
  writeFileSync(`${corpusFolder}/${name}/plan.gold.json`, `${JSON.stringify(gold, null, 1)}\n`)
  console.log(`${name}: ${gold.commitments.length} commitments, ${gold.clauses.length} clauses, ${gold.traps.length} traps`)
}
