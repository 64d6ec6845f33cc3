// Says when money runs faster than thought. It stops nothing: a report is not left lying for a bill.
param name string
param amount int
param startDate string
param addresses array
param actionGroupId string

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: startDate }
    notifications: {
      half: { enabled: true, operator: 'GreaterThanOrEqualTo', threshold: 50, thresholdType: 'Actual', contactEmails: addresses, contactGroups: [actionGroupId] }
      most: { enabled: true, operator: 'GreaterThanOrEqualTo', threshold: 80, thresholdType: 'Actual', contactEmails: addresses, contactGroups: [actionGroupId] }
      all: { enabled: true, operator: 'GreaterThanOrEqualTo', threshold: 100, thresholdType: 'Actual', contactEmails: addresses, contactGroups: [actionGroupId] }
      beyond: { enabled: true, operator: 'GreaterThanOrEqualTo', threshold: 110, thresholdType: 'Forecasted', contactEmails: addresses, contactGroups: [actionGroupId] }
    }
  }
}
