resource open 'Microsoft.App/jobs@2023-05-01' = {
  name: 'open'
