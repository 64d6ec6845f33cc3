using System.Net;
using System.Text;

namespace Hub.Functions.Tests.Desk;

/// <summary>Forms with a file, as a browser sends them: the proof first, then what was entered, then the file.</summary>
internal static class FileForms
{
    public static Task<HttpResponseMessage> SendFileAsync(this DeskClient desk, string path, string content, string name = "list.edi", params (string Name, string Value)[] fields) =>
        desk.SendFileAsync(path, Encoding.UTF8.GetBytes(content), name, fields);

    public static async Task<HttpResponseMessage> SendFileAsync(this DeskClient desk, string path, byte[] content, string name = "list.edi", params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await desk.FormTokenAsync()), "form-token" } };
        foreach (var (field, value) in fields)
        {
            form.Add(new StringContent(value), field);
        }

        form.Add(new ByteArrayContent(content), "file", name);
        return await desk.Http.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    /// <summary>As the other, and the page that the browser is led to.</summary>
    public static async Task<(string Address, string Page)> SendFileAndFollowAsync(this DeskClient desk, string path, string content, string name = "list.edi", params (string Name, string Value)[] fields)
    {
        using var answer = await desk.SendFileAsync(path, content, name, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{path}: {(int)answer.StatusCode} {Rendered.TextOf(await answer.Content.ReadAsStringAsync())}");
        var to = answer.Headers.Location!.ToString();
        return (to, Rendered.TextOf(await desk.GetAsync(to)));
    }

    /// <summary>A form sent without any file chosen, as browsers do.</summary>
    public static async Task<HttpResponseMessage> SendNoFileAsync(this DeskClient desk, string path, params (string Name, string Value)[] fields)
    {
        var text = new StringBuilder();
        foreach (var (field, value) in fields.Prepend(("form-token", await desk.FormTokenAsync())))
        {
            text.Append($"--seam\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
        }

        text.Append("--seam\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--seam--\r\n");
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text.ToString()));
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=seam");
        return await desk.Http.PostAsync(new Uri(path, UriKind.Relative), content);
    }
}
