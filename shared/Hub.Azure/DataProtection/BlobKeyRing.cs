using System.Xml;
using System.Xml.Linq;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Hub.Azure.DataProtection;

/// <summary>
/// The keys that protect what browsers hold (antiforgery tokens, cookies), each a blob of one container, so that every
/// instance reads what any other wrote. Synchronous, as ASP.NET asks for it: about once a day.
/// </summary>
/// <param name="container">Only the hub's identity may read it: who can read the keys can make such tokens.</param>
public sealed class BlobKeyRing(BlobContainerClient container) : IXmlRepository
{
    private const string Extension = ".xml";

    // A key is about 1 KB, and a new one comes every 90 days.
    private const int MaxKeys = 1_000;
    private const int MaxKeyBytes = 64 * 1024;

    /// <exception cref="InvalidDataException">The container holds more keys, or larger ones, than any hub makes.</exception>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var elements = new List<XElement>();
        foreach (var blob in container.GetBlobs())
        {
            if (!blob.Name.EndsWith(Extension, StringComparison.Ordinal))
            {
                continue;
            }

            if (elements.Count == MaxKeys || blob.Properties.ContentLength > MaxKeyBytes)
            {
                throw new InvalidDataException($"The container of keys holds more than {MaxKeys} keys, or one of more than {MaxKeyBytes} bytes. Remove what is no key.");
            }

            if (Read(blob.Name) is { } element)
            {
                elements.Add(element);
            }
        }

        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var name = string.IsNullOrEmpty(friendlyName) || friendlyName.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-')
            ? Guid.NewGuid().ToString("N")
            : friendlyName;
        try
        {
            container.GetBlobClient(name + Extension).Upload(
                BinaryData.FromString(element.ToString(SaveOptions.DisableFormatting)),
                new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } });
        }
        catch (RequestFailedException there) when (there.ErrorCode == BlobErrorCode.BlobAlreadyExists && Read(name + Extension) is { } stored && XNode.DeepEquals(stored, element))
        {
            // The answer to our own first try was lost.
        }
    }

    private XElement? Read(string name)
    {
        try
        {
            using var content = container.GetBlobClient(name).DownloadContent().Value.Content.ToStream();
            using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XElement.Load(reader);
        }
        catch (RequestFailedException gone) when (gone.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }
}
