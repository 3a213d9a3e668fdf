/** What the numbered actions of a document are called, by its title: tasks where work is divided or supervised, measures elsewhere. */
export function leafOf(title: string): 'measure' | 'task' {
  return /分工|督办|任务|清单|要点|行动计划|行动方案|工作计划/.test(title) && !/整改/.test(title) ? 'task' : 'measure'
}
