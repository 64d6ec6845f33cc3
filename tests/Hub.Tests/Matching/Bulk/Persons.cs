using System.Runtime.CompilerServices;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing.People;

namespace Hub.Tests.Matching.Bulk;

/// <summary>A source of persons that tells how far it has been read, and whether it was let go.</summary>
internal sealed class Persons(int count, int? failsAt = null)
{
    public static readonly List<Nominal> Register = [.. new PeopleGenerator(5).Register(200)];

    private int read;

    public int Read => Volatile.Read(ref read);

    public bool IsDisposed { get; private set; }

    public static PersonDetails Of(int number) => Registered.Report(Register[number % Register.Count]);

    public async IAsyncEnumerable<int> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            for (var i = 0; i < count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (i == failsAt)
                {
                    throw new InvalidDataException($"Line {i} cannot be read.");
                }

                Interlocked.Increment(ref read);
                yield return i;
                if (i % 100 == 0)
                {
                    await Task.Yield();
                }
            }
        }
        finally
        {
            IsDisposed = true;
        }
    }
}
