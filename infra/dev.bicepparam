using './main.bicep'

// Nothing here is secret. Write your own tenant, application and addresses in place of the examples.
param environmentName = 'dev'
param identityIssuer = 'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0'
param identityMetadataAddress = 'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0/.well-known/openid-configuration'
param identityAudience = '00000000-0000-0000-0000-000000000000'
param alertAddresses = ['hub-dev@example.police.uk']

// One developer, invented people only.
param privateNetwork = false
param alwaysReady = {}
param maximumInstanceCount = 40
param cosmosMaxThroughput = 1000
param cosmosConnectionMode = 'Gateway'
param serviceBusSku = 'Standard'
param storageSku = 'Standard_LRS'
param archiveImmutableDays = 0
param logRetentionDays = 30
param logDailyCapGb = 1
param monthlyBudget = 100
