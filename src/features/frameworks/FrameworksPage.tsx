import { Page } from '../../ui/Page'
export function FrameworksPage() {
  return <Page title="FrameworksPage">{null}</Page>
}
