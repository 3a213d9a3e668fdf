const remark = /^(?:注|备注|附注|说明|(?:填表|填报|编制|制表|有关|相关)(?:说明|要求)|注释|注意事项)\s*[:：]|^注\s*\d/

/** Whether a line is a remark on what stands above it (注：…, 备注：…), which is read by itself. `words` folded. */
export function isRemark(words: string): boolean {
  return remark.test(words)
}
