using Hub.Archive;
using Hub.Auditing;
using Hub.Cases;
using Hub.Embedded.Files;
using Hub.Embedded.Sqlite;
using Hub.Messaging;
using Hub.Nominals;
using Hub.Testing.Contracts;

namespace Hub.Embedded.Tests.Sqlite;

public sealed class SqliteCaseStoreContractTests : CaseStoreContract, IDisposable
{
    private readonly TemporaryDatabase file = new();

    public void Dispose() => file.Dispose();

    protected override Task<ICaseStore> CreateAsync() => Task.FromResult<ICaseStore>(new SqliteCaseStore(file.Database, Time));
}

public sealed class SqliteMessageBusContractTests : MessageBusContract, IDisposable
{
    private readonly TemporaryDatabase file = new();

    public void Dispose() => file.Dispose();

    protected override Task<IMessageBus> CreateAsync() => Task.FromResult<IMessageBus>(new SqliteMessageBus(file.Database, Topology, Time));
}

public sealed class SqliteNominalRegisterContractTests : NominalRegisterContract, IDisposable
{
    private readonly TemporaryDatabase file = new();

    public void Dispose() => file.Dispose();

    protected override Task<INominalRegister> CreateAsync() => Task.FromResult<INominalRegister>(new SqliteNominalRegister(file.Database, Time));
}

public sealed class SqliteAccessLogContractTests : AccessLogContract, IDisposable
{
    private readonly TemporaryDatabase file = new();

    public void Dispose() => file.Dispose();

    protected override Task<IAccessLog> CreateAsync() => Task.FromResult<IAccessLog>(new SqliteAccessLog(file.Database));
}

public sealed class SqliteArchiveContractTests : ArchiveContract, IDisposable
{
    private readonly TemporaryDatabase file = new();

    public void Dispose() => file.Dispose();

    protected override Task<IArchive> CreateAsync() => Task.FromResult<IArchive>(Create());

    [Theory]
    [InlineData(SqliteArchive.MaxInDatabase, 0)]
    [InlineData(SqliteArchive.MaxInDatabase + 1, 1)]
    public async Task Only_large_contents_become_files_however_they_are_put(int length, int files)
    {
        var archive = Create();
        var content = new byte[length];
        new Random(length).NextBytes(content);

        var fromBytes = await archive.PutAsync(content, CancellationToken.None);
        var fromStream = await archive.PutAsync(new MemoryStream(content), CancellationToken.None);

        Assert.Equal(fromBytes, fromStream);
        Assert.Equal(files, Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Count());
        await using var read = (await archive.OpenAsync(fromBytes, CancellationToken.None))!;
        var copy = new MemoryStream();
        await read.CopyToAsync(copy);
        Assert.Equal(content, copy.ToArray());
    }

    private string Folder => Path.Combine(file.DataDirectory, "archive");

    private SqliteArchive Create() => new(file.Database, new FolderArchive(Folder, Time), Time);
}
