import {
  CellApiModule,
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  EventApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  themeQuartz,
} from 'ag-grid-community'

// only what the ledger uses: the whole is three times as large
ModuleRegistry.registerModules([
  CellApiModule,
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  EventApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
])

/** The grid in the colours of the product. */
export const theme = themeQuartz.withParams({
  accentColor: '#174b7f',
  fontFamily: 'inherit',
  fontSize: 13,
  foregroundColor: '#1a2734',
  headerBackgroundColor: '#eef3f8',
  headerTextColor: '#2b3d4e',
  headerFontWeight: 600,
  headerHeight: 38,
  borderColor: '#dde4eb',
  columnBorder: { color: '#e8edf2' },
  rowHoverColor: '#f3f7fb',
  oddRowBackgroundColor: '#ffffff',
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  cellHorizontalPadding: 10,
  spacing: 6,
})
