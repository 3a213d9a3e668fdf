import { abandon } from '#server/draw/abandon.ts'
import { extend, freeze } from '#server/draw/freeze.ts'
import { judgeItem, replaceItem } from '#server/draw/item.ts'
import { getDraw, listDraws, windowOfItems } from '#server/draw/read.ts'
import { takeFromRegister } from '#server/draw/from-register.ts'
import { giveContribution, revealContribution } from '#server/draw/seed.ts'
import { drawSheet } from '#server/draw/sheet.ts'
import { signedIn } from '#server/http/implementer.ts'

const { draw } = signedIn

export const drawRouter = {
  list: draw.list.handler(({ context }) => listDraws(context)),
  get: draw.get.handler(({ input, context }) => getDraw(context, input)),
  items: draw.items.handler(({ input, context }) => windowOfItems(context, input)),
  fromRegister: draw.fromRegister.handler(({ input, context }) => takeFromRegister(context, input)),
  freeze: draw.freeze.handler(({ input, context }) => freeze(context, input)),
  contribute: draw.contribute.handler(({ input, context }) => giveContribution(context, input)),
  reveal: draw.reveal.handler(({ input, context }) => revealContribution(context, input)),
  replace: draw.replace.handler(({ input, context }) => replaceItem(context, input)),
  judge: draw.judge.handler(({ input, context }) => judgeItem(context, input)),
  extend: draw.extend.handler(({ input, context }) => extend(context, input)),
  abandon: draw.abandon.handler(({ input, context }) => abandon(context, input)),
  sheet: draw.sheet.handler(({ input, context }) => drawSheet(context, input)),
}
