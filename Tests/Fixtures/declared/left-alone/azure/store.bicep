resource files 'Microsoft.Storage/storageAccounts@2023-01-01' = {
  name: 'files'
  kind: 'StorageV2'
}
