using './main.bicep'

// Nothing here is secret. Write your own tenant, application and addresses in place of the examples.
param environmentName = 'test'
param identityIssuer = 'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0'
param identityMetadataAddress = 'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0/.well-known/openid-configuration'
param identityAudience = '00000000-0000-0000-0000-000000000000'
param alertAddresses = ['hub-test@example.police.uk']

// As production in all that can go wrong with a deployment, but small; invented people only.
param privateNetwork = true
param alwaysReady = { http: 1, 'function:relay': 1 }
param maximumInstanceCount = 40
param cosmosMaxThroughput = 1000
param cosmosContainerMaxThroughput = { cases: 1000 }
param serviceBusSku = 'Premium'
param serviceBusUnits = 1
param storageSku = 'Standard_LRS'
param archiveImmutableDays = 1
param logRetentionDays = 30
param logDailyCapGb = 2
param monthlyBudget = 1500
