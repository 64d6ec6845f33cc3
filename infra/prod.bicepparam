using './main.bicep'

// Nothing here is secret. Write your own tenant, application and addresses in place of the examples.
param environmentName = 'prod'
param identityIssuer = 'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0'
param identityMetadataAddress = 'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0/.well-known/openid-configuration'
param identityAudience = '00000000-0000-0000-0000-000000000000'
param alertAddresses = ['hub-prod@example.police.uk']

param privateNetwork = true

// One of each is always there, so that no report waits for a start and every instance that assesses has the register read.
param alwaysReady = {
  http: 2
  'function:relay': 1
  'function:assess': 2
  'function:deliver': 1
  'function:deadlines': 1
  'function:screen': 1
}
param maximumInstanceCount = 100
param instanceMemoryMB = 2048
param registerIndex = 'memory'

param cosmosMaxThroughput = 4000
param cosmosContainerMaxThroughput = { cases: 10000, nominals: 4000 }
param cosmosSecondRegion = 'ukwest'
param cosmosConnectionMode = 'Direct'
param serviceBusSku = 'Premium'
param serviceBusUnits = 1
param storageSku = 'Standard_ZRS'

// How long reports cannot be altered is for the data controller to say: this is an example.
param archiveImmutableDays = 365
param logRetentionDays = 180
param logDailyCapGb = 10
param monthlyBudget = 4000
