using System.Security.Cryptography;

namespace InspectionPortal.Domain.Measures.Figures;

/// <summary>Writes rows that were found good.</summary>
public static class FigureWriter
{
    /// <summary>
    /// A new figure of a measure. Its key comes from the measure and the day, so that two people who enter the same period at once make
    /// one.
    /// </summary>
    public static DataPoint New(MeasureContext terms, FigureCells row, FigureReading reading, int position, EnteredBy hand, IReadOnlySet<Guid> taken)
    {
        var point = new DataPoint
        {
            Id = Key(terms.MeasureId, reading.Date!.Day, taken),
            MeasureId = terms.MeasureId,
            ValueText = "",
            Position = position,
            EnteredAt = hand.At,
            EnteredByUserId = hand.UserId,
        };
        Write(terms, point, row, reading);
        return point;
    }

    /// <summary>Changes a stored figure; answers with what it was.</summary>
    public static PointCorrection Correct(MeasureContext terms, DataPoint point, FigureCells row, FigureReading reading, string why, EnteredBy hand)
    {
        var before = PointCorrection.Of(point, why, hand.At, hand.UserId);
        Write(terms, point, row, reading);
        return before;
    }

    public static void Write(MeasureContext terms, DataPoint point, FigureCells row, FigureReading reading)
    {
        var figure = reading.Figure!;
        point.Values = new FigureValues(
            reading.Date!.Day, reading.Date.AsWritten, FigureCheck.Text(row.Value, figure, terms.Unit), figure.Value, figure.Numerator,
            figure.Denominator);
        point.Note = row.Note;
    }

    /// <summary>The first key for that day that is free.</summary>
    private static Guid Key(Guid measureId, DateOnly day, IReadOnlySet<Guid> taken)
    {
        var (turn, key) = (0, Hashed(measureId, day, 0));
        while (taken.Contains(key))
        {
            key = Hashed(measureId, day, ++turn);
        }

        return key;
    }

    /// <summary>A UUID of version 8, as the standard has it for keys made from what they stand for.</summary>
    private static Guid Hashed(Guid measureId, DateOnly day, int turn)
    {
        var hash = SHA256.HashData([.. measureId.ToByteArray(), .. BitConverter.GetBytes(day.DayNumber), .. BitConverter.GetBytes(turn)]);
        hash[7] = (byte)((hash[7] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16));
    }
}
