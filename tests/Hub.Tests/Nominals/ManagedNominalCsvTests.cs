using System.Text;
using Hub.Border.Travel;
using Hub.Nominals;
using Hub.Nominals.Loading;
using Hub.Testing;

namespace Hub.Tests.Nominals;

public sealed class ManagedNominalCsvTests
{
    private static async Task<RegisterRow> Row(string header, string values)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"id,surname,{header}\nN-1,Moss,{values}\n"));
        await foreach (var row in RegisterReader.Csv(stream, A.Moment, null).ReadAsync(0))
        {
            return row;
        }

        throw new InvalidOperationException("No row.");
    }

    [Fact]
    public async Task Columns_of_management_are_read()
    {
        var row = await Row("Notification From,notified_to,MAPPA category,mappa level,RM2000", "2019-03-03,01/02/2029,1,2,very high");
        var nominal = Assert.IsType<AcceptedRow>(row).Nominal;
        Assert.Equal<NotificationPeriod>([new(new(2019, 3, 3), new(2029, 2, 1))], nominal.NotificationPeriods);
        Assert.Equal((new Mappa(1, 2), Rm2000.VeryHigh), (nominal.Mappa, nominal.Rm2000!.Value));
    }

    [Fact]
    public async Task Columns_of_an_order_and_of_who_is_responsible_are_read()
    {
        var row = await Row("Order Kind,order_from,Order To,Court,Managed By,Officer", "notification-order,01/02/2024,2029-01-31,Snaresbrook Crown Court,LB Hackney,DC 4711");
        var nominal = Assert.IsType<AcceptedRow>(row).Nominal;
        Assert.Equal<CourtOrder>([new("notification-order", new(2024, 2, 1), new(2029, 1, 31), "Snaresbrook Crown Court")], nominal.Orders);
        Assert.Equal(new Responsible("hackney", "DC 4711"), nominal.Responsible);
    }

    [Theory]
    [InlineData("order", "notification-order", "orderFrom required")]
    [InlineData("order,orderTo", "notification-order,2024-01-01", "orderFrom required")]
    [InlineData("orderFrom", "2024-01-01", "orderKind required")]
    [InlineData("order,orderFrom,orderTo", "sexual-risk-order,2024-01-02,2024-01-01", "orderTo to-before-from")]
    [InlineData("responsibleBorough", "Kent", "responsibleBorough not-a-london-borough")]
    [InlineData("ended", "2025-04-01", "ended in-future")]
    [InlineData("updated", "2025-03-14T09:40:00Z", "updated in-future")]
    [InlineData("notifiedFrom,notifiedTo", "2020-01-02,2020-01-01", "notifiedTo to-before-from")]
    [InlineData("notifiedFrom,notifiedTo", ",2020-01-01", "notifiedFrom required")]
    [InlineData("notifiedFrom", "soon", "notifiedFrom not-a-date")]
    [InlineData("mappaCategory,mappaLevel", "4,1", "mappaCategory out-of-range")]
    [InlineData("mappaCategory,mappaLevel", ",1", "mappaCategory required")]
    [InlineData("rm2000", "severe", "rm2000 not-one-of")]
    public async Task What_contradicts_itself_is_rejected_with_its_column(string header, string values, string error) => Assert.Equal(
        [error],
        Assert.IsType<RejectedRow>(await Row(header, values)).Errors.Select(e => $"{e.Path} {e.Code}"));
}
