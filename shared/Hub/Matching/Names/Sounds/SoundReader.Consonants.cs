namespace Hub.Matching.Names.Sounds;

/// <summary>The consonants whose neighbours decide what is heard.</summary>
internal ref partial struct SoundReader
{
    private void Pe()
    {
        if (Letter(1) == 'h')
        {
            Take(2, Sound.F);
        }
        else
        {
            // Thompson is Thomson.
            Take(1, Letter(-1) == 'm' && Letter(1) is 's' or 't' ? Sound.None : Sound.P);
        }
    }

    private void We()
    {
        var first = _at == 0;
        if (first && Letter(1) is 'r' or 'h')
        {
            Take(Letter(1) == 'h' ? 2 : 1, Letter(1) == 'h' ? Sound.W : Sound.None);
        }
        else if (!first && (Follows("wi") || Follows("ws") || (AtEnd(1) && Letter(-1) is 'o' or 'e')) && Letter(-1) is 'o' or 'e' && _word.Length > 5)
        {
            // Slavic endings in German and Polish spelling: -ow, -owitz, -owski.
            Take(1, Sound.V);
        }
        else
        {
            Take(1, IsVowel(Letter(1)) ? Sound.W : Sound.None);
        }
    }

    private void Throat(char c)
    {
        if (c == 'x')
        {
            Take(0, _at == 0 ? Sound.None : Sound.K);
            Take(1, Sound.S);
        }
        else if (c == 'g')
        {
            Ge();
        }
        else if (c == 'c' && Follows("cz"))
        {
            Take(Letter(2) == 'h' ? 3 : 2, Sound.Ch);
        }
        else if (Letter(1) == 'h')
        {
            var hard = c != 'c' ? Sound.Kh : Letter(2) is 'r' or 'l' || Follows("chae") ? Sound.K : Sound.Ch;
            Take(2, hard);
        }
        else if (c == 'k' && _at == 0 && Letter(1) == 'n' && IsVowel(Letter(2)))
        {
            // Knight; where no vowel follows, one is not written: kndi is Candy from the Hebrew.
            Take(1, Sound.None);
        }
        else if (c == 'c' && SoftNext(1))
        {
            Take(1, Sound.SoftC);
        }
        else
        {
            // ck, cq and qu are one sound.
            Take(Letter(1) is 'k' or 'q' || (c == 'q' && Letter(1) == 'u') ? 2 : 1, Sound.K);
        }
    }

    private void Ge()
    {
        if (Letter(1) == 'h')
        {
            // Silent in Wright, Leigh and Vaughan; heard in Ghali and Bagheri.
            var silent = IsVowel(Letter(-1)) && (!IsVowel(Letter(2)) || Letter(-1) == 'u');
            Take(2, silent ? Sound.None : Sound.Gh);
        }
        else if (Letter(1) == 'n' && ((_at == 0 && IsVowel(Letter(2))) || AtEnd(2)))
        {
            Take(1, Sound.None);
        }
        else
        {
            Take(Letter(1) == 'u' && SoftNext(2) ? 2 : 1, SoftNext(1) ? Sound.J : Sound.G);
        }
    }

    private void Tooth(char c)
    {
        if (c == 't' && Follows("tsch"))
        {
            Take(4, Sound.Ch);
        }
        else if (c == 't' && (Follows("tch") || Follows("tsh") || Follows("tsj")))
        {
            Take(3, Sound.Ch);
        }
        else if (c == 't' && Letter(1) is 's' or 'z')
        {
            Take(Letter(2) == 'z' ? 3 : 2, Sound.Ts);
        }
        else if (c == 'd' && Follows("dsch"))
        {
            Take(4, Sound.J);
        }
        else if (c == 'd' && (Follows("dzh") || Follows("dj") || Follows("dg")))
        {
            Take(Letter(1) == 'z' ? 3 : 2, Sound.J);
        }
        else if (c == 'd' && Letter(1) == 't')
        {
            Take(2, Sound.T);
        }
        else
        {
            var breath = Letter(1) == 'h';
            Take(breath ? 2 : 1, (c, breath) switch
            {
                ('t', true) => Sound.Th,
                ('t', _) => Sound.T,
                (_, true) => Sound.Dh,
                _ => Sound.D,
            });
        }
    }

    private void Hiss(char c)
    {
        if (c == 'z')
        {
            Take(Letter(1) == 'h' ? 2 : 1, Letter(1) == 'h' ? Sound.Zh : Sound.Z);
        }
        else if (Follows("shch"))
        {
            Take(4, Sound.Sh);
        }
        else if (Follows("sch"))
        {
            Take(3, Sound.Sh);
        }
        else if (Letter(1) is 'h' or 'z' or 'j')
        {
            Take(2, Letter(1) == 'z' ? Sound.Sz : Sound.Sh);
        }
        else
        {
            Take(Letter(1) == 'c' && SoftNext(2) ? 2 : 1, Sound.S);
        }
    }
}
