// Fills in what ts-fsrs makes of the reviews in a file of vectors: npm i ts-fsrs@5.4.2
//   node ts-fsrs-vectors.mjs < ts-fsrs-5.4.2.csv
// prints that very file. Only the first two columns are read; 0 days and no stability begin a new card.
import {readFileSync} from 'node:fs';
import {fsrs, Rating} from 'ts-fsrs';

const scheduler = fsrs({enable_fuzz: false});
const [header, ...rows] = readFileSync(0, 'utf8').trim().split('\n');
const ratings = {AGAIN: Rating.Again, HARD: Rating.Hard, GOOD: Rating.Good, EASY: Rating.Easy};
console.log(header);
let memory = null;
for (const row of rows) {
  const [days, rating, stabilityBefore] = row.split(',');
  if (Number(stabilityBefore) === 0) {
    memory = null;
  }
  const before = memory ?? {stability: 0, difficulty: 0};
  const recall = memory ? scheduler.forgetting_curve(Number(days), memory.stability) : 1;
  memory = scheduler.next_state(memory, Number(days), ratings[rating]);
  const interval = scheduler.next_interval(memory.stability, Number(days));
  console.log([days, rating, before.stability, before.difficulty, recall,
    memory.stability, memory.difficulty, interval].join(','));
}
