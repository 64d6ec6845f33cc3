using Hub.Embedded.Files;

namespace Hub.Embedded.Tests.Files;

public sealed class DataDirectoryLockTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public void A_second_server_on_one_data_directory_is_refused_by_its_name()
    {
        using var first = DataDirectoryLock.Take(directory.Path);

        var refusal = Assert.Throws<DataDirectoryInUseException>(() => DataDirectoryLock.Take(directory.Path));

        Assert.Contains(directory.Path, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_let_go_can_be_taken_again()
    {
        DataDirectoryLock.Take(directory.Path).Dispose();

        using var again = DataDirectoryLock.Take(directory.Path);
    }
}
