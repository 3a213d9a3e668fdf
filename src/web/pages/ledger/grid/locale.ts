/** The few words of the grid itself that can be seen or heard. */
export const localeZh = {
  noRowsToShow: '没有符合条件的任务。',
  loadingOoo: '正在读取…',
  loadingError: '读取失败',
  ariaHeader: '表头',
  ariaSkeletonCellLoading: '正在读取本行',
  ariaSkeletonCellLoadingFailed: '本行读取失败',
}

export const localeEn = {
  noRowsToShow: 'No commitment matches.',
  loadingOoo: 'Loading…',
}
