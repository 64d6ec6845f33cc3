// One storage account: its containers, what may be got back, what must go, and who may work on it. No keys.
@minLength(3)
@maxLength(24)
param name string
param location string
param tags object
param sku string
param publicAccess bool
param containers array

@description('Container whose blobs nobody can change or remove for immutableDays. Empty: none.')
param immutableContainer string = ''
param immutableDays int = 0

@description('Days deleted blobs can be got back. 0: gone at once. (A deleted container can be got back for a week.)')
param softDeleteDays int

@description('Containers whose blobs the account itself deletes a day after they were made; it looks once a day.')
param shortLivedContainers array = []

@description('Principal that works on the blobs of the containers, and on queues: a blob trigger sets aside there what failed too often. Empty: none.')
param dataOf string = ''

@description('Principal whose Functions host keeps its own things here: blobs, queues and tables. Empty: none.')
param hostOf string = ''
param assignRoles bool
param workspaceId string

var blobContributor = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'ba92f5b4-2d11-453d-a403-e96b0029c9fe')
var queueContributor = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '974c5e8b-45b9-4653-ba55-5f855dd0fb88')
var tableContributor = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3')

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    isLocalUserEnabled: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: publicAccess ? 'Enabled' : 'Disabled'
    networkAcls: { bypass: 'None', defaultAction: publicAccess ? 'Allow' : 'Deny' }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: false
    deleteRetentionPolicy: softDeleteDays > 0 ? { enabled: true, days: softDeleteDays } : { enabled: false }
    containerDeleteRetentionPolicy: { enabled: true, days: 7 }
  }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [for item in containers: {
  parent: blobs
  name: item
  properties: { publicAccess: 'None' }
}]

resource immutability 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2024-01-01' = [for (item, i) in containers: if (item == immutableContainer && immutableDays > 0) {
  parent: container[i]
  name: 'default'
  properties: {
    immutabilityPeriodSinceCreationInDays: immutableDays
    allowProtectedAppendWrites: false
  }
}]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = if (!empty(shortLivedContainers)) {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'delete-what-was-left'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: map(shortLivedContainers, item => '${item}/') }
            actions: { baseBlob: { delete: { daysAfterCreationGreaterThan: 1 } } }
          }
        }
      ]
    }
  }
  dependsOn: [blobs]
}

resource worksOnBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (item, i) in containers: if (assignRoles && !empty(dataOf)) {
  scope: container[i]
  name: guid(account.id, item, dataOf, blobContributor)
  properties: {
    principalId: dataOf
    principalType: 'ServicePrincipal'
    roleDefinitionId: blobContributor
  }
}]

resource worksOnQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (assignRoles && !empty(dataOf)) {
  scope: account
  name: guid(account.id, dataOf, queueContributor)
  properties: {
    principalId: dataOf
    principalType: 'ServicePrincipal'
    roleDefinitionId: queueContributor
  }
}

// The host makes its own containers, queues and tables, so these are for the account: it holds nothing else.
resource hosts 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in [blobContributor, queueContributor, tableContributor]: if (assignRoles && !empty(hostOf)) {
  scope: account
  name: guid(account.id, hostOf, role)
  properties: {
    principalId: hostOf
    principalType: 'ServicePrincipal'
    roleDefinitionId: role
  }
}]

resource keep 'Microsoft.Authorization/locks@2020-05-01' = if (assignRoles && immutableDays > 0) {
  scope: account
  name: 'keep'
  properties: {
    level: 'CanNotDelete'
    notes: 'Reports as they were received.'
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (!empty(dataOf)) {
  scope: blobs
  name: 'to-logs'
  properties: {
    workspaceId: workspaceId
    // Who deleted or read what; names of blobs are hashes or file names, never names of persons.
    logs: [{ category: 'StorageRead', enabled: true }, { category: 'StorageDelete', enabled: true }]
  }
}

output id string = account.id
output name string = account.name
output blobUri string = account.properties.primaryEndpoints.blob
output queueUri string = account.properties.primaryEndpoints.queue
