using static Hub.Testing.People.WeightedList;

namespace Hub.Testing.People;

internal static class EuropeanNames
{
    public static Culture Polish { get; } = new()
    {
        Surnames = Ranked("Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Mazur Jankowski Kwiatkowski Wojciechowski Krawczyk Kaczmarek Piotrowski Grabowski Pawłowski Michalski Król Wieczorek Jabłoński Wróbel Nowakowski Majewski Olszewski Stępień Jaworski Malinowski Adamczyk Nowicki Górski Sikora Walczak Rutkowski Baran Duda", 8),
        Female = Ranked("Anna Katarzyna Małgorzata Agnieszka Barbara Ewa Magdalena Monika Joanna Aleksandra Zofia Maja Julia Zuzanna Hanna Natalia Wiktoria Oliwia Paulina Karolina", 6),
        Male = Ranked("Piotr Krzysztof Andrzej Tomasz Jan Paweł Michał Marcin Jakub Adam Łukasz Marek Grzegorz Mateusz Wojciech Kacper Szymon Filip Dawid Rafał", 6),
        Rare = new RareSurnames("Bar Biel Bog Brze Cha Czer Dob Dro Gaw Gro Jas Kar Kla Kor Kras Lip Los Mal Nied Ost Pac Prz Rad Rog Sad Skow Sob Stach Swi Szcz Tom Wal Wil Zab Zar", "a an e ew i o ow u", "cki czak czyk dzki ek iak icz ko nik nski ski ta wicz wski"),
        RareShare = 400,
        Nationalities = Cultures.Nationalities(("POL", 800), ("GBR", 200)),
        MiddleNames = 250,
        Feminine = surname => surname.EndsWith("ski", StringComparison.Ordinal) || surname.EndsWith("cki", StringComparison.Ordinal) || surname.EndsWith("dzki", StringComparison.Ordinal)
            ? string.Concat(surname.AsSpan(0, surname.Length - 1), "a")
            : surname,
    };

    public static Culture Romanian { get; } = new()
    {
        Surnames = Ranked("Popa Popescu Ionescu Radu Dumitru Stan Stoica Gheorghe Matei Ciobanu Rusu Constantin Marin Lazăr Florea Nistor Dinu Munteanu Ungureanu Moldovan Barbu Neagu Tudor Dragomir Sandu Mocanu Cojocaru Preda Enache Țurcanu", 7),
        Female = Ranked("Maria Elena Ioana Andreea Alexandra Mihaela Ana Cristina Gabriela Daniela Alina Simona Larisa Bianca Denisa Roxana Florentina Ștefania", 6),
        Male = Ranked("Andrei Alexandru Ion Gheorghe Constantin Nicolae Marian Florin Ionuț Mihai Cristian Adrian Bogdan Daniel Vasile Ștefan Răzvan Costel", 6),
        Rare = new RareSurnames("Ba Bra Bu Ca Cio Cos Do Du Fi Flo Ga Gri Iva La Lu Ma Mi Mun Ne Ni Pa Pe Po Ra Ro Sa Si So Ta Ti To Va Vi Vla Za", "da la lea li lo ma ni ra ri ro ta ti", "canu cea cu escu eanu iu lache la nea riu ru san sca tescu tu"),
        RareShare = 350,
        Nationalities = Cultures.Nationalities(("ROU", 850), ("GBR", 150)),
        MiddleNames = 300,
    };

    public static Culture Turkish { get; } = new()
    {
        Surnames = Ranked("Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek Polat Korkmaz Güneş Erdoğan Hüseyin Mehmet Osman Ahmet Hassan Dağ", 7),
        Female = Ranked("Fatma Ayşe Emine Hatice Zeynep Elif Meryem Şerife Sultan Hülya Selin Defne Ebru Gül Özlem Sevgi Derya Yasemin", 6),
        Male = Ranked("Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim Yusuf Murat Ömer Emre Can Kemal Osman Serkan Burak Cem Deniz", 6),
        Rare = new RareSurnames("Ak Al Alt At Bal Bay Boz Can Çak Demir Er Ger Gök Gül Kara Kes Koç Kor Oz Sar Tan Taş Tek Top Uç Ün Var Yal Yaz Yol", "a e in ka la lı ma ta", "baş bey can cı dağ er gil han kaya kol lar oğlu sel soy taş türk"),
        RareShare = 250,
        Nationalities = Cultures.Nationalities(("TUR", 400), ("GBR", 500), ("CYP", 100)),
        MiddleNames = 150,
    };

    public static Culture Portuguese { get; } = new()
    {
        Surnames = Ranked("Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Jesus Sousa Fernandes Gonçalves Gomes Lopes Marques Alves Almeida Ribeiro Pinto Carvalho Teixeira Moreira Correia Mendes Nunes Soares Vieira Monteiro Cardoso da_Silva dos_Santos de_Souza", 8),
        Female = Ranked("Maria Ana Joana Mariana Beatriz Inês Catarina Sofia Carolina Leonor Matilde Rita Fernanda Juliana Patrícia Camila", 6),
        Male = Ranked("João José António Francisco Pedro Miguel Luís Carlos Manuel Paulo Tiago Diogo Rafael Bruno Gonçalo Ricardo", 6),
        Rare = new RareSurnames("Al Bar Bor Cam Car Cas Cor Dam Fal Fig Gar Gue Lac Lei Mac Mag Men Neg Pac Par Pes Pin Que Reb Sal Sam Ser Tav Val Vas", "a an ar e ei i o u", "ães ça da de deira dinho do gal lho ra reira rinha rosa tão to veira za"),
        RareShare = 250,
        Nationalities = Cultures.Nationalities(("PRT", 500), ("BRA", 250), ("GBR", 250)),
        MiddleNames = 600,
    };
}
