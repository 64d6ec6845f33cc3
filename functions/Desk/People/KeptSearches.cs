using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Hub.Desk.Forms;
using Hub.Functions.Nominals;
using Hub.Identity;
using Hub.Json;
using Hub.Matching.Searching;
using Microsoft.AspNetCore.DataProtection;

namespace Hub.Functions.Desk.People;

/// <summary>
/// A search as it travels in the address of what it found, with why it is made: only this hub can read or make it, and
/// only for whoever asked, who can load the page again, come back to it and change it. So neither a browser's history
/// nor a log of addresses names anybody, and an address handed on opens nothing.
/// </summary>
public sealed class KeptSearches(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>How long a search can be opened: what lies in a tab over a shift still opens.</summary>
    public static readonly TimeSpan Lasting = TimeSpan.FromHours(12);

    /// <summary>The longest value made, or read: not every host between takes a longer address.</summary>
    public const int MaxLength = 3_500;

    private const int TimeBytes = sizeof(long);
    private const int MaxBytes = 64 * 1024;

    private static readonly ImmutableArray<string> Fields = [SearchReading.FreeText, SearchParameters.Reason, .. SearchParameters.Fields.Select(f => f.Parameter)];

    /// <returns>Null where so much was entered that it is too long.</returns>
    public string? Protect(Caller caller, FormState form)
    {
        var entered = JsonSerializer.SerializeToUtf8Bytes(
            Fields.Select(field => KeyValuePair.Create(field, form.Value(field).Trim())).Where(e => e.Value.Length > 0).ToDictionary(), HubJson.Options);
        var packed = new byte[TimeBytes + BrotliEncoder.GetMaxCompressedLength(entered.Length)];
        BinaryPrimitives.WriteInt64LittleEndian(packed, (time.GetUtcNow() + Lasting).UtcTicks);
        if (entered.Length > MaxBytes || !BrotliEncoder.TryCompress(entered, packed.AsSpan(TimeBytes), out var length))
        {
            return null;
        }

        var text = Base64Url.EncodeToString(For(caller).Protect(packed[..(TimeBytes + length)]));
        return text.Length <= MaxLength ? text : null;
    }

    /// <returns>The form as it was filled in; null where it was not this caller who did, or too long ago.</returns>
    public FormState? Read(Caller caller, string? value)
    {
        if (value is not { Length: > 0 and <= MaxLength } || !Base64Url.IsValid(value))
        {
            return null;
        }

        byte[] packed;
        try
        {
            packed = For(caller).Unprotect(Base64Url.DecodeFromChars(value));
        }
        catch (CryptographicException)
        {
            return null;
        }

        var entered = new byte[MaxBytes];
        return BinaryPrimitives.ReadInt64LittleEndian(packed) > time.GetUtcNow().UtcTicks && BrotliDecoder.TryDecompress(packed.AsSpan(TimeBytes), entered, out var length)
            ? new FormState
            {
                Values = JsonSerializer.Deserialize<Dictionary<string, string>>(entered.AsSpan(0, length), HubJson.Options)!.ToImmutableDictionary(e => e.Key, e => ImmutableArray.Create(e.Value)),
            }
            : null;
    }

    private IDataProtector For(Caller caller) => protection.CreateProtector("desk.search.v1", caller.Id, RoleNames.Of(caller.Role), caller.OwnRecipient ?? "");
}
