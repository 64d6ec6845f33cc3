using System.Net;
using System.Security.Cryptography;
using System.Xml.Linq;
using Azure.Storage.Blobs;
using Hub.Azure.DataProtection;
using Hub.Azure.Tests.StandIns.Azurite;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hub.Azure.Tests.DataProtection;

[Collection(AzuriteCollection.Name)]
public sealed class BlobKeyRingTests(Azurite azurite)
{
    private const string Secret = "what a form holds";

    [Fact]
    public async Task Two_instances_read_what_the_other_protected()
    {
        var keys = await azurite.ContainerAsync();
        await using var one = Instance(keys);
        await using var other = Instance(keys);

        Assert.Equal(Secret, Protector(other).Unprotect(Protector(one).Protect(Secret)));
        Assert.Equal(Secret, Protector(one).Unprotect(Protector(other).Protect(Secret)));
    }

    [Fact]
    public async Task Nothing_is_read_before_the_first_page_that_needs_it()
    {
        var reads = 0;
        var faults = new NetworkFaults { Answer = _ => { reads++; return null; } };
        await using var instance = Instance(azurite.Through(faults, await azurite.ContainerAsync()));
        foreach (var hosted in instance.GetServices<IHostedService>())
        {
            await hosted.StartAsync(default);
        }

        var protector = Protector(instance);
        Assert.Equal(0, reads);

        protector.Protect(Secret);
        Assert.NotEqual(0, reads);
    }

    [Fact]
    public async Task Instances_that_make_the_first_key_at_once_read_each_other_all_the_same()
    {
        var keys = await azurite.ContainerAsync();
        // Nobody writes a key before all have looked for one.
        using var looked = new Barrier(2);
        var instances = Enumerable.Range(0, 2).Select(_ =>
        {
            var waited = 0;
            return Instance(azurite.Through(new NetworkFaults
            {
                Answer = request =>
                {
                    if (request.Method == HttpMethod.Put && Interlocked.Increment(ref waited) == 1)
                    {
                        looked.SignalAndWait(TimeSpan.FromSeconds(20));
                    }

                    return null;
                },
            }, keys));
        }).ToList();

        var made = await Task.WhenAll(instances.Select(i => Task.Factory.StartNew(() => Protector(i).Protect(Secret), TaskCreationOptions.LongRunning)));

        Assert.Equal(2, new BlobKeyRing(keys).GetAllElements().Count);
        Assert.All(instances, i => Assert.All(made, m => Assert.Equal(Secret, Protector(i).Unprotect(m))));
        foreach (var instance in instances)
        {
            await instance.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_instance_with_keys_of_its_own_reads_nothing_of_theirs()
    {
        await using var one = Instance(await azurite.ContainerAsync());
        await using var stranger = Instance(await azurite.ContainerAsync());

        Assert.Throws<CryptographicException>(() => Protector(stranger).Unprotect(Protector(one).Protect(Secret)));
    }

    [Fact]
    public async Task Keys_outlive_the_instance_that_made_them()
    {
        var keys = await azurite.ContainerAsync();
        string made;
        await using (var first = Instance(keys))
        {
            made = Protector(first).Protect(Secret);
        }

        await using var next = Instance(keys);
        Assert.Equal(Secret, Protector(next).Unprotect(made));
    }

    [Fact]
    public async Task A_key_is_never_written_over()
    {
        var keys = await azurite.ContainerAsync();
        var ring = new BlobKeyRing(keys);
        ring.StoreElement(XElement.Parse("<key id='1'/>"), "key-1");
        ring.StoreElement(XElement.Parse("<key id='1'/>"), "key-1");

        Assert.Throws<global::Azure.RequestFailedException>(() => ring.StoreElement(XElement.Parse("<key id='2'/>"), "key-1"));

        Assert.Equal("1", Assert.Single(ring.GetAllElements()).Attribute("id")!.Value);
    }

    [Fact]
    public async Task A_name_that_is_no_name_of_a_key_is_replaced()
    {
        var keys = await azurite.ContainerAsync();
        var ring = new BlobKeyRing(keys);

        ring.StoreElement(XElement.Parse("<key id='1'/>"), "../other/key");
        ring.StoreElement(XElement.Parse("<key id='2'/>"), "");

        Assert.Equal(["1", "2"], ring.GetAllElements().Select(e => e.Attribute("id")!.Value).Order());
    }

    [Fact]
    public async Task A_key_that_cannot_be_read_is_a_failure_and_not_an_empty_ring()
    {
        var keys = await azurite.ContainerAsync();
        new BlobKeyRing(keys).StoreElement(XElement.Parse("<key id='1'/>"), "key-1");
        var faults = new NetworkFaults { Answer = request => request.RequestUri!.AbsolutePath.EndsWith(".xml", StringComparison.Ordinal) ? NetworkFaults.Refusal(HttpStatusCode.Forbidden, "AuthorizationFailure") : null };

        Assert.Throws<global::Azure.RequestFailedException>(() => new BlobKeyRing(azurite.Through(faults, keys)).GetAllElements());
    }

    [Fact]
    public async Task What_is_far_too_large_for_a_key_is_not_read()
    {
        var keys = await azurite.ContainerAsync();
        await keys.UploadBlobAsync("key-1.xml", BinaryData.FromBytes(new byte[100_000]));

        Assert.Throws<InvalidDataException>(() => new BlobKeyRing(keys).GetAllElements());
    }

    private static ServiceProvider Instance(BlobContainerClient keys) => new ServiceCollection().AddSharedDataProtection(keys).BuildServiceProvider();

    private static IDataProtector Protector(ServiceProvider instance) => instance.GetRequiredService<IDataProtectionProvider>().CreateProtector("forms");
}
