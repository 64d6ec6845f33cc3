// What somebody must know of. What to do for each is in README.md, by the alert's name.
param name string
param location string
param tags object
param addresses array
param workspaceId string
param cosmosId string
param serviceBusId string
param logDailyCapGb int

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-people'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'hub'
    enabled: true
    emailReceivers: [for (address, i) in addresses: {
      name: 'person-${i}'
      emailAddress: address
      useCommonAlertSchema: true
    }]
  }
}

// Every minute one instance writes a line "Hub state" (functions/Health/WatchHealth.cs). Depending on the exporter its
// numbers stand in the properties, with or without a prefix, or in the text: each is looked for in turn.
var stateOf = 'AppTraces | where Message startswith "Hub state"'
var readOf = {
  ready: '| extend value = iff(tolower(coalesce(tostring(Properties.Ready), tostring(Properties.prop__Ready), extract("ready (\\\\w+)", 1, Message))) == "true", 0, 1)'
  unreachable: '| extend value = tolong(coalesce(tostring(Properties.Unreachable), tostring(Properties.prop__Unreachable), extract("unreachable (\\\\d+)", 1, Message)))'
  quarantine: '| extend value = tolong(coalesce(tostring(Properties.Quarantine), tostring(Properties.prop__Quarantine), extract("quarantine (\\\\d+)", 1, Message)))'
  oldest: '| extend value = tolong(coalesce(tostring(Properties.OldestSeconds), tostring(Properties.prop__OldestSeconds), extract("oldest waiting (\\\\d+)", 1, Message)))'
  register: '| extend value = tolong(coalesce(tostring(Properties.RegisterWaiting), tostring(Properties.prop__RegisterWaiting), extract("changes not followed (\\\\d+)", 1, Message)))'
}

// query: one row for each thing to be told of. A rule strikes when there are more rows than most.
var rules = [
  {
    name: 'overdue-notices'
    severity: 1
    words: 'A notice was not acknowledged when it was due.'
    query: 'AppTraces | where Message startswith "Notices overdue"'
    window: 'PT5M'
    every: 'PT5M'
    most: 0
  }
  {
    name: 'hub-silent'
    severity: 0
    words: 'The hub has not said for 15 minutes how it is: it does not run, or cannot log.'
    query: '${stateOf} | summarize lines = count() | where lines == 0'
    window: 'PT15M'
    every: 'PT5M'
    most: 0
  }
  {
    name: 'register-not-ready'
    severity: 0
    words: 'The register has not been ready for 15 minutes: reports wait to be assessed.'
    query: '${stateOf} ${readOf.ready} | summarize lines = count(), notReady = sum(value) | where lines > 5 and notReady == lines'
    window: 'PT15M'
    every: 'PT5M'
    most: 0
  }
  {
    name: 'stores-unreachable'
    severity: 0
    words: 'The hub cannot reach Cosmos DB or Service Bus.'
    query: '${stateOf} ${readOf.unreachable} | where value > 0'
    window: 'PT15M'
    every: 'PT5M'
    most: 5
  }
  {
    name: 'quarantine'
    severity: 1
    words: 'Messages in quarantine wait for a person.'
    query: '${stateOf} ${readOf.quarantine} | where value > 0'
    window: 'PT15M'
    every: 'PT5M'
    most: 5
  }
  {
    name: 'oldest-message'
    severity: 1
    words: 'Something has waited for more than ten minutes to be worked on.'
    query: '${stateOf} ${readOf.oldest} | where value > 600'
    window: 'PT15M'
    every: 'PT5M'
    most: 5
  }
  {
    name: 'register-consequences'
    severity: 1
    words: 'What follows from changes of the register could not be done for an hour.'
    query: '${stateOf} ${readOf.register} | where value > 0'
    window: 'PT1H'
    every: 'PT15M'
    most: 45
  }
  {
    name: 'stragglers'
    severity: 2
    words: 'The sweep had to send events that the relay left behind.'
    query: 'AppTraces | where Message startswith "The sweep sent" or Message startswith "The sweep listed" or Message startswith "The sweep took in" or (Message startswith "The clocks of" and Message has "stood still")'
    window: 'PT1H'
    every: 'PT15M'
    most: 3
  }
  {
    name: 'clocks-still'
    severity: 1
    words: 'Clocks of deported offenders stand still: nobody is warned of a deadline.'
    // A line with an exception lies among the exceptions, its words in the properties.
    query: 'union isfuzzy=true (AppTraces | where Message startswith "There are more open cases than"), (AppExceptions | where tostring(Properties) has "The clocks of")'
    window: 'PT1H'
    every: 'PT15M'
    most: 1
  }
  {
    name: 'failed-requests'
    severity: 2
    words: 'The hub answered more than ten requests with 500 or above in five minutes. (503 of /health is told by register-not-ready.)'
    // Requests are sampled; each row says how many it stands for.
    query: 'AppRequests | where toint(ResultCode) >= 500 and Name !endswith "health" | summarize failed = sum(ItemCount) | where failed > 10'
    window: 'PT5M'
    every: 'PT5M'
    most: 0
  }
  {
    name: 'function-failures'
    severity: 2
    words: 'Functions failed more than 20 times in 15 minutes. Messages come again; see which and why.'
    query: 'AppRequests | where Success == false and (isempty(ResultCode) or ResultCode == "0") | summarize failed = sum(ItemCount) | where failed > 20'
    window: 'PT15M'
    every: 'PT5M'
    most: 0
  }
  {
    name: 'log-cap'
    severity: 1
    words: 'More than 80 per cent of what may be logged in a day has been: at the cap the other alerts go blind.'
    query: 'Usage | where IsBillable and TimeGenerated > startofday(now()) | summarize gb = sum(Quantity) / 1000 | where gb > ${logDailyCapGb} * 0.8'
    window: 'P1D'
    every: 'PT1H'
    most: 0
  }
]

resource logAlert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for rule in rules: {
  name: '${name}-${rule.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: '${name}: ${rule.name}'
    description: rule.words
    severity: rule.severity
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: rule.every
    windowSize: rule.window
    autoMitigate: true
    // The tables are made when the first line arrives, which is after this.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: rule.most
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [people.id] }
  }
}]

// What the platform measures itself.
var measures = [
  {
    name: 'cosmos-throttled'
    severity: 2
    words: 'Cosmos DB answered more than 100 operations in five minutes with 429: raise the autoscale ceiling.'
    scope: cosmosId
    namespace: 'Microsoft.DocumentDB/databaseAccounts'
    metric: 'TotalRequests'
    aggregation: 'Count'
    dimensions: [{ name: 'StatusCode', operator: 'Include', values: ['429'] }]
    threshold: 100
    window: 'PT5M'
  }
  {
    name: 'dead-letters'
    severity: 1
    words: 'Dead letters lie in Service Bus: the functions that move them to quarantine do not work.'
    scope: serviceBusId
    namespace: 'Microsoft.ServiceBus/namespaces'
    metric: 'DeadletteredMessages'
    // All the time: one that is moved to quarantine within seconds is told of there.
    aggregation: 'Minimum'
    dimensions: [{ name: 'EntityName', operator: 'Include', values: ['*'] }]
    threshold: 0
    window: 'PT15M'
  }
  {
    name: 'messages-waiting'
    severity: 1
    words: 'More than 5,000 messages wait in a topic.'
    scope: serviceBusId
    namespace: 'Microsoft.ServiceBus/namespaces'
    metric: 'ActiveMessages'
    aggregation: 'Average'
    dimensions: [{ name: 'EntityName', operator: 'Include', values: ['*'] }]
    threshold: 5000
    window: 'PT15M'
  }
  {
    name: 'bus-throttled'
    severity: 2
    words: 'Service Bus turned operations away: more messaging units (Premium), or fewer at a time.'
    scope: serviceBusId
    namespace: 'Microsoft.ServiceBus/namespaces'
    metric: 'ThrottledRequests'
    aggregation: 'Total'
    dimensions: []
    threshold: 10
    window: 'PT5M'
  }
]

resource metricAlert 'Microsoft.Insights/metricAlerts@2018-03-01' = [for measure in measures: {
  name: '${name}-${measure.name}'
  location: 'global'
  tags: tags
  properties: {
    description: measure.words
    severity: measure.severity
    enabled: true
    scopes: [measure.scope]
    evaluationFrequency: 'PT5M'
    windowSize: measure.window
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: measure.name
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: measure.namespace
          metricName: measure.metric
          timeAggregation: measure.aggregation
          operator: 'GreaterThan'
          threshold: measure.threshold
          dimensions: measure.dimensions
          skipMetricValidation: false
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}]

output actionGroupId string = people.id
