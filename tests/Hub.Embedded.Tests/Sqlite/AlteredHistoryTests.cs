using Hub.Embedded.Sqlite;
using Hub.Nominals;
using Hub.Testing;
using Microsoft.Data.Sqlite;

namespace Hub.Embedded.Tests.Sqlite;

/// <summary>Whoever writes into the file past the hub is found out.</summary>
public sealed class AlteredHistoryTests : IDisposable
{
    private readonly TemporaryDatabase file = new();
    private readonly SqliteNominalRegister register;

    public AlteredHistoryTests() => register = new SqliteNominalRegister(file.Database, new ManualTime(A.Moment));

    public void Dispose() => file.Dispose();

    [Theory]
    [InlineData("SELECT 1", null)]
    [InlineData("UPDATE nominal_changes SET before = CAST(replace(before, 'Baker', 'Butcher') AS BLOB) WHERE number = 3", "Change 3")]
    [InlineData("UPDATE nominal_changes SET kind = 3 WHERE number = 2", "Change 2")]
    [InlineData("UPDATE nominal_changes SET number = number + 10 WHERE number = 1", "Change 4")]
    [InlineData("DELETE FROM nominal_changes WHERE number = 1", "Change")]
    [InlineData("DELETE FROM nominal_changes WHERE number = 2", "Change")]
    [InlineData("DELETE FROM nominal_changes WHERE number = 4", "Change 4")]
    [InlineData("DELETE FROM nominal_changes", "Change 4")]
    [InlineData("UPDATE nominals SET body = CAST(replace(body, 'Smith', 'Sawyer') AS BLOB)", "Change 4")]
    [InlineData("UPDATE register_writings SET at = at + 1 WHERE number = 2", "Change 2")]
    [InlineData("UPDATE register_writings SET body = CAST(replace(body, 'officer-7', 'officer-8') AS BLOB) WHERE number = 3", "Change 3")]
    public async Task Alteration_of_a_change_or_of_the_record_shows(string sql, string? broken)
    {
        foreach (var occupation in new[] { "Clerk", "Baker", "Cook", "Smith" })
        {
            await register.UpsertAsync([A.Nominal("7") with { Occupation = occupation }], new(new("officer-7", "supervisor"), "api", "A correction."), null, default);
        }

        await using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(file.DataDirectory, SqliteDatabase.FileName), Pooling = false }.ToString()))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }

        var history = await new NominalHistories(register).ReadAsync("7", new(), default);

        if (broken is null)
        {
            Assert.Null(history!.Broken);
        }
        else
        {
            Assert.StartsWith(broken, history!.Broken, StringComparison.Ordinal);
        }
    }
}
