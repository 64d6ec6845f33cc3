// The public protection hub in one resource group. What each setting means to the hub is in README.md.
targetScope = 'resourceGroup'

@description('Begins every name.')
@minLength(3)
@maxLength(8)
param prefix string = 'pphub'

@description('Which of the three this is. Ends names and is a tag on everything.')
@allowed(['dev', 'test', 'prod'])
param environmentName string

param location string = resourceGroup().location

@description('True when a person with the right to assign roles deploys; false in the pipeline, whose identity may not. What is assigned stays.')
param assignRoles bool = false

@description('No public way to data: private endpoints, a VNet, and Service Bus Premium whatever serviceBusSku says.')
param privateNetwork bool

@description('Who may call the hub, as CIDR blocks. Empty: every address (a token is asked for all the same).')
param allowedAddresses array = []

@description('The VNet, where privateNetwork is true: a /25 at least.')
param addressSpace string = '10.60.0.0/24'

@description('Issuer of the tokens the hub takes, such as https://login.microsoftonline.com/TENANT/v2.0.')
param identityIssuer string

@description('Where the issuer publishes its OpenID Connect metadata, such as https://login.microsoftonline.com/TENANT/v2.0/.well-known/openid-configuration.')
param identityMetadataAddress string

@description('The audience those tokens name: the application id of the hub\'s app registration.')
param identityAudience string

@description('The application people sign in to on the pages, where it is another than the audience. Empty: the same.')
param identityClientId string = ''

@description('Where people\'s browsers find the hub, such as https://hub.example.police.uk, where it is not the app\'s own address. Empty: that.')
param deskAddress string = ''

@description('Instances that are always there, by function group: http, or function:NAME.')
param alwaysReady object

@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 100

@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('How a new package reaches running instances. RollingUpdate is a preview of Flex Consumption where a region has it; empty leaves the platform\'s own way (Recreate).')
@allowed(['', 'Recreate', 'RollingUpdate'])
param siteUpdateStrategy string = ''

@description('memory: the register\'s index in each instance. buckets: in Cosmos DB, for registers beyond memory.')
@allowed(['memory', 'buckets'])
param registerIndex string = 'memory'

@description('Autoscale ceiling shared by the containers that have none of their own, request units a second. The floor is a tenth.')
@minValue(1000)
param cosmosMaxThroughput int

@description('Autoscale ceilings of containers with their own, by container name.')
param cosmosContainerMaxThroughput object = {}

@description('A second region to read from and fail over to. Empty: none.')
param cosmosSecondRegion string = ''

@description('The account to use where it is not the one this makes by its own name: after a restore, the restored one.')
param cosmosAccountName string = ''

@description('The account\'s own region, which cannot be changed. Another than location only where the hub runs on while its first region is gone.')
param cosmosLocation string = location

@allowed(['Direct', 'Gateway'])
param cosmosConnectionMode string = 'Direct'

@allowed(['Standard', 'Premium'])
param serviceBusSku string = 'Standard'

@description('Messaging units, with Premium.')
@allowed([1, 2, 4, 8, 16])
param serviceBusUnits int = 1

@description('Redundancy of the storage accounts.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param storageSku string = 'Standard_ZRS'

@description('Days a report\'s bytes cannot be changed or removed by anybody. 0: no such policy. Lock it by hand: see README.md.')
@minValue(0)
@maxValue(3650)
param archiveImmutableDays int

@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('Ceiling of what is logged in a day, in GB. Reaching it blinds the alerts until the next day: an alert says so.')
param logDailyCapGb int = 5

@description('Who is told of alerts and of money: e-mail addresses.')
@minLength(1)
param alertAddresses array

@description('What a month may cost, in the subscription\'s currency.')
param monthlyBudget int

@description('First day of this month, when the budget is made; it cannot be changed later. Empty: the budget is left as it is.')
param budgetFrom string = ''

@description('The issuer and subject of the pipeline\'s federated credential, from its service connection. Empty: none is made.')
param deployerIssuer string = ''
param deployerSubject string = ''

var tags = { system: 'public-protection-hub', environment: environmentName }
var name = '${prefix}-${environmentName}'
var unique = take(uniqueString(resourceGroup().id, name), 6)
var messaging = loadJsonContent('generated/service-bus.json')
var database = loadJsonContent('../shared/Hub.Azure/Cosmos/containers.data.json')

module identities 'modules/identities.bicep' = {
  name: 'identities'
  params: {
    name: name
    location: location
    tags: tags
    deployerIssuer: deployerIssuer
    deployerSubject: deployerSubject
    assignRoles: assignRoles
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  name: 'network'
  params: {
    name: name
    location: location
    tags: tags
    addressSpace: addressSpace
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: name
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyCapGb: logDailyCapGb
    appPrincipalId: identities.outputs.appPrincipalId
    assignRoles: assignRoles
  }
}

module cosmos 'modules/cosmos.bicep' = {
  name: 'cosmos'
  params: {
    name: empty(cosmosAccountName) ? '${name}-${unique}' : cosmosAccountName
    location: cosmosLocation
    tags: tags
    database: database
    maxThroughput: cosmosMaxThroughput
    containerMaxThroughput: cosmosContainerMaxThroughput
    secondRegion: cosmosSecondRegion
    zoneRedundant: environmentName == 'prod'
    publicAccess: !privateNetwork
    appPrincipalId: identities.outputs.appPrincipalId
    assignRoles: assignRoles
    workspaceId: monitoring.outputs.workspaceId
  }
}

module serviceBus 'modules/service-bus.bicep' = {
  name: 'service-bus'
  params: {
    name: '${name}-${unique}'
    location: location
    tags: tags
    topics: messaging.topics
    sku: privateNetwork ? 'Premium' : serviceBusSku
    units: serviceBusUnits
    publicAccess: !privateNetwork
    appPrincipalId: identities.outputs.appPrincipalId
    assignRoles: assignRoles
    workspaceId: monitoring.outputs.workspaceId
  }
}

// The host's own: leases, keys of the host, trigger queues, and the package that runs.
module hostStorage 'modules/storage.bicep' = {
  name: 'storage-host'
  params: {
    name: '${prefix}${environmentName}host${unique}'
    location: location
    tags: tags
    sku: storageSku
    publicAccess: !privateNetwork
    containers: ['packages']
    softDeleteDays: 7
    hostOf: identities.outputs.appPrincipalId
    assignRoles: assignRoles
    workspaceId: monitoring.outputs.workspaceId
  }
}

// Reports as received, passenger lists, drafts of both, and the keys that protect cookies and forms. Passenger lists name
// thousands who are no hits: what is deleted here is gone at once, and a rule deletes what the hub left lying. What is
// archived is kept by its policy instead.
module data 'modules/storage.bicep' = {
  name: 'storage-data'
  params: {
    name: '${prefix}${environmentName}data${unique}'
    location: location
    tags: tags
    sku: storageSku
    publicAccess: !privateNetwork
    containers: ['archive', 'manifest-files', 'drafts', 'manifests', 'keys']
    immutableContainer: 'archive'
    immutableDays: archiveImmutableDays
    shortLivedContainers: ['manifest-files', 'drafts', 'manifests']
    softDeleteDays: 0
    dataOf: identities.outputs.appPrincipalId
    assignRoles: assignRoles
    workspaceId: monitoring.outputs.workspaceId
  }
}

// Sub-resource and DNS zone of everything that is reached privately.
var privateTargets = [
  { name: 'cosmos', id: cosmos.outputs.id, group: 'Sql', zone: 'documents' }
  { name: 'service-bus', id: serviceBus.outputs.id, group: 'namespace', zone: 'serviceBus' }
  { name: 'host-blob', id: hostStorage.outputs.id, group: 'blob', zone: 'blob' }
  { name: 'host-queue', id: hostStorage.outputs.id, group: 'queue', zone: 'queue' }
  { name: 'host-table', id: hostStorage.outputs.id, group: 'table', zone: 'table' }
  { name: 'data-blob', id: data.outputs.id, group: 'blob', zone: 'blob' }
  { name: 'data-queue', id: data.outputs.id, group: 'queue', zone: 'queue' }
]

module endpoints 'modules/private-endpoints.bicep' = if (privateNetwork) {
  name: 'private-endpoints'
  params: {
    name: name
    location: location
    tags: tags
    targets: privateTargets
    subnetId: network!.outputs.endpointSubnetId
    zoneIds: network!.outputs.zoneIds
  }
}

module app 'modules/function-app.bicep' = {
  name: 'function-app'
  params: {
    name: '${name}-${unique}'
    location: location
    tags: tags
    appIdentityId: identities.outputs.appId
    appClientId: identities.outputs.appClientId
    subnetId: privateNetwork ? network!.outputs.appSubnetId : ''
    allowedAddresses: allowedAddresses
    alwaysReady: alwaysReady
    maximumInstanceCount: maximumInstanceCount
    instanceMemoryMB: instanceMemoryMB
    siteUpdateStrategy: siteUpdateStrategy
    packagesUri: '${hostStorage.outputs.blobUri}packages'
    hostStorageName: hostStorage.outputs.name
    dataBlobUri: data.outputs.blobUri
    dataQueueUri: data.outputs.queueUri
    cosmosEndpoint: cosmos.outputs.endpoint
    cosmosConnectionMode: cosmosConnectionMode
    cosmosRegions: cosmos.outputs.regions
    serviceBusNamespace: serviceBus.outputs.fullyQualifiedNamespace
    insightsConnectionString: monitoring.outputs.insightsConnectionString
    identityIssuer: identityIssuer
    identityAudience: identityAudience
    identityMetadataAddress: identityMetadataAddress
    identityClientId: identityClientId
    deskAddress: deskAddress
    registerIndex: registerIndex
    workspaceId: monitoring.outputs.workspaceId
  }
  // The app starts with its roles, and with a way to what it needs.
  dependsOn: [endpoints]
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    tags: tags
    addresses: alertAddresses
    workspaceId: monitoring.outputs.workspaceId
    cosmosId: cosmos.outputs.id
    serviceBusId: serviceBus.outputs.id
    logDailyCapGb: logDailyCapGb
  }
}

module budget 'modules/budget.bicep' = if (!empty(budgetFrom)) {
  name: 'budget'
  params: {
    name: name
    amount: monthlyBudget
    startDate: budgetFrom
    addresses: alertAddresses
    actionGroupId: alerts.outputs.actionGroupId
  }
}

output appName string = app.outputs.name
output appUrl string = app.outputs.url
output dataAccount string = data.outputs.name
output appIdentityClientId string = identities.outputs.appClientId
output deployerClientId string = identities.outputs.deployerClientId
