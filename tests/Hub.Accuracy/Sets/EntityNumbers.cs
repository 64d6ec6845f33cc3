namespace Hub.Accuracy.Sets;

/// <summary>Numbers entities, so that rows are compared by a number.</summary>
internal sealed class EntityNumbers
{
    /// <summary>The number of a row whose entity is not known: equal to nobody's.</summary>
    public const int None = -1;

    private readonly Dictionary<string, int> _numbers = [];

    /// <summary>The entity's number, a new one for a new entity.</summary>
    public int Number(string? entity)
    {
        if (entity is null)
        {
            return None;
        }

        if (!_numbers.TryGetValue(entity, out var number))
        {
            _numbers.Add(entity, number = _numbers.Count);
        }

        return number;
    }
}
